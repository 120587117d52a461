internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that keep capabilities of root.
  static let capabilitiesDropAll = LintRule(
    "SPAI2018",
    "capabilities-drop-all",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "A container starts with more than ten capabilities, of which a service needs none.",
    remediation:
      "Write 'ALL' into 'capabilities.drop', and add what is needed.",
    aliases: [
      .checkov: ["CKV_K8S_37"], .gatekeeper: ["capabilities"], .kics: ["No Drop Capabilities for Containers"],
      .kubeaudit: ["CapabilityShouldDropAll", "CapabilityOrSecurityContextMissing"],
      .kubescape: ["C-0200", "C-0201", "C-0220"],
      .kyverno: ["drop-all-capabilities", "disallow-capabilities-strict"],
      .podSecurity: ["capabilities_restricted"], .trivy: ["KSV-0003", "KSV-0004"],
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
                    ↓drop: [«ALL|MKNOD»]
        """
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - ↓name: api
                «securityContext: {capabilities: {drop: [ALL]}}|»
        """
      ),
    ],
    check: .container { container, _, report in
      guard !container.isForWindows, !Capabilities(of: container).dropped.contains("ALL") else { return }
      report.flag(container.ownSecurity("capabilities")["drop"], "does not have 'ALL'", of: container.owner)
    }
  )
}
