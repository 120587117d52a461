internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of ports of the node that a container takes.
  static let hostPort = LintRule(
    "SPAI2025",
    "host-port",
    .podSecurity,
    .warning,
    rationale:
      "A port of the node is there once: a second replica finds no place, and the port stands open past Services and policies.",
    remediation:
      "Remove 'hostPort', and put a Service before the pods.",
    aliases: [
      .checkov: ["CKV_K8S_26"], .datree: ["CONTAINERS_INCORRECT_KEY_HOSTPORT"],
      .gatekeeper: ["host-network-ports"], .kics: ["Workload Host Port Not Specified"],
      .kubescape: ["C-0044", "C-0204"], .kyverno: ["disallow-host-ports", "disallow-host-ports-range"],
      .podSecurity: ["hostPorts"], .polaris: ["hostPortSet"], .trivy: ["KSV-0024"],
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
                - containerPort: 8080
                  hostPort: «0|8080»
        """
      )
    ],
    check: .container { container, _, report in
      for port in container["ports"].items {
        guard let number = port["hostPort"].integer, number != 0 else { continue }
        report.flag(port["hostPort"], "is \(number)", of: container.owner)
      }
    }
  )
}
