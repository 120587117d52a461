internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of ports that only root may take by old custom.
  static let privilegedPorts = LintRule(
    "SPAI2032",
    "privileged-ports",
    .podSecurity,
    .note,
    in: .all,
    rationale:
      "A port below 1024 needs root, a capability or a kernel setting, depending on the runtime.",
    remediation:
      "Listen on a port of 1024 or above; the Service may still offer the low one.",
    aliases: [
      .kubeLinter: ["privileged-ports"], .trivy: ["KSV-0117"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                ports:
                - containerPort: «8080|80»
        """
      )
    ],
    check: .container { container, _, report in
      for port in container["ports"].items {
        guard let number = port["containerPort"].integer, number > 0, number < 1024 else { continue }
        report.flag(port["containerPort"], "is \(number), below 1024", of: container.owner)
      }
    }
  )
}
