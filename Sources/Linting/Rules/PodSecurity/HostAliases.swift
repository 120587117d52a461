internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of names that a pod resolves past the DNS.
  static let hostAliases = LintRule(
    "SPAI2028",
    "host-aliases",
    .podSecurity,
    .note,
    in: .all,
    rationale:
      "Addresses in '/etc/hosts' are right until something moves, and then wrong in this pod alone.",
    remediation:
      "Remove 'hostAliases', and make a Service, or an entry of the DNS.",
    aliases: [
      .trivy: ["KSV-0007"]
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
              ↓«hostname: api|hostAliases: [{ip: 10.0.0.1, hostnames: [db]}]»
              containers:
              - name: api
        """
      )
    ],
    check: .pod { pod, _, report in
      let aliases = pod.spec["hostAliases"]
      if !aliases.isEmpty { report.flag(aliases, "is set", of: pod.owner) }
    }
  )
}
