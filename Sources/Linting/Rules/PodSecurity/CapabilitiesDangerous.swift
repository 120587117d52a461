internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses capabilities that are as good as root on the node.
  static let capabilitiesDangerous = LintRule(
    "SPAI2021",
    "capabilities-dangerous",
    .podSecurity,
    .error,
    rationale:
      "With one of these a container loads code into the kernel, reads every file, or rules the network of its node.",
    remediation:
      "Remove it; what needs it belongs to the node, not into a tenant's pod.",
    aliases: [
      .checkov: ["CKV_K8S_39"], .datree: ["CONTAINERS_INVALID_CAPABILITIES_VALUE"],
      .kics: ["Containers With Sys Admin Capabilities"], .polaris: ["dangerousCapabilities"],
      .trivy: ["KSV-0005", "KSV-0120"],
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
                securityContext:
                  capabilities:
                    add: [«NET_BIND_SERVICE|SYS_ADMIN»]
        """
      )
    ],
    check: .container { container, _, report in
      for added in Capabilities(of: container).added where Capabilities.dangerous.contains(added.name) {
        report.flag(added.field, "adds '\(added.name)'", of: container.owner)
      }
    }
  )
}
