internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of capabilities that are added.
  static let capabilitiesAdded = LintRule(
    "SPAI2020",
    "capabilities-added",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "Each capability is a part of root, and few services need one; only 'NET_BIND_SERVICE' is harmless.",
    remediation:
      "Remove it, or allow it with the reason for which it is needed.",
    aliases: [
      .checkov: ["CKV_K8S_25"], .datree: ["EKS_INVALID_CAPABILITIES_EKS"],
      .kics: ["Containers With Added Capabilities"], .kubeaudit: ["CapabilityAdded"],
      .kubescape: ["C-0046", "C-0219"],
      .kyverno: ["disallow-capabilities", "psp-restrict-adding-capabilities"],
      .podSecurity: ["capabilities_baseline"], .polaris: ["insecureCapabilities"], .sonar: ["S5849"],
      .trivy: ["KSV-0022", "KSV-0106"],
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
                    add: [«NET_BIND_SERVICE|CHOWN»]
        """
      )
    ],
    check: .container { container, _, report in
      for added in Capabilities(of: container).added
      where added.name != "NET_BIND_SERVICE" && !Capabilities.dangerous.contains(added.name) {
        report.flag(added.field, "adds '\(added.name)'", of: container.owner)
      }
    }
  )
}
