internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of ports without a name.
  static let containerPortNamed = LintRule(
    "SPAI2414",
    "container-port-named",
    .networking,
    .note,
    in: .strict,
    rationale:
      "Services, probes and policies that go by name survive a change of the number; a number in five places does not.",
    remediation: "Give the port a name.",
    aliases: [
      .kubeScore: ["container-ports-check"],
      .kyverno: ["require-container-port-names"],
      .popeye: ["POP-108", "POP-1102"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          containers:
          - name: api
            ports:
            - {containerPort: 8080«, name: http|»}
        """
      )
    ],
    check: .container { container, _, report in
      for port in container["ports"].items where port["name"].isEmpty {
        report.flag(port, "has no name", of: container.owner)
      }
    }
  )
}
