internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of addresses without TLS in the environment of containers.
  static let clearTextProtocol = LintRule(
    "SPAI2415",
    "clear-text-protocol",
    .networking,
    .note,
    in: .all,
    rationale: "What goes over the network in clear text is read and changed on the way.",
    remediation: "Use 'https'.",
    aliases: [
      .sonar: ["S5332"]
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
            env:
            - name: PARTNER
              value: «https|http»://partner.example.com/api
        """
      )
    ],
    check: .container { container, _, report in
      for variable in container["env"].items {
        let value = variable["value"]
        guard let text = value.written, text.hasPrefix("http://") else { continue }
        let host = text.dropFirst(7).prefix { !"/:?#".contains($0) }
        // A name without a dot, or one of the cluster, stays within.
        guard host.contains("."), host != "127.0.0.1", !host.hasSuffix(".svc"),
          !host.hasSuffix(".cluster.local"),
          !host.hasSuffix(".local"), !host.hasPrefix("169.254.")
        else { continue }
        report.flag(value, "is an address without TLS", of: container.owner)
      }
    }
  )
}
