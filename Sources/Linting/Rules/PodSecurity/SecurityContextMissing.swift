internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers about whose security nothing is written.
  static let securityContextMissing = LintRule(
    "SPAI2009",
    "security-context-missing",
    .podSecurity,
    .note,
    in: .all,
    rationale:
      "Without a security context a container gets what the runtime allows, and nobody has said that it needs it.",
    remediation:
      "Write a 'securityContext' for the pod or the container.",
    aliases: [
      .checkov: ["CKV_K8S_29", "CKV_K8S_30"], .datree: ["CIS_MISSING_KEY_SECURITYCONTEXT"],
      .kics: ["Pod or Container Without Security Context"], .kubescape: ["C-0211"], .trivy: ["KSV-0118"],
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
              «securityContext: {runAsNonRoot: true}|»
              containers:
              - ↓name: api
        """
      )
    ],
    check: .container { container, _, report in
      let own = container["securityContext"]
      guard own.isEmpty, container.pod["securityContext"].isEmpty else { return }
      report.flag(own, "is missing, and the pod has none", of: container.owner)
    }
  )
}
