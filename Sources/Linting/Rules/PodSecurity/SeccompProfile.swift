internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that may make every system call.
  static let seccompProfile = LintRule(
    "SPAI2011",
    "seccomp-profile",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "Most escapes from containers need a system call that no program asks for; the runtime's profile refuses those.",
    remediation:
      "Set 'seccompProfile' to {type: RuntimeDefault} in the pod's security context.",
    aliases: [
      .checkov: ["CKV_K8S_31"],
      .datree: ["CONTAINERS_INCORRECT_SECCOMP_PROFILE", "CIS_INVALID_VALUE_SECCOMP_PROFILE"],
      .gatekeeper: ["seccomp", "seccompv2"], .kics: ["Seccomp Profile Is Not Configured"],
      .kubeScore: ["container-seccomp-profile"], .kubeaudit: ["SeccompProfileMissing"],
      .kubescape: ["C-0210"], .kyverno: ["restrict-seccomp-strict"],
      .podSecurity: ["seccompProfile_restricted"], .trivy: ["KSV-0030"],
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
              «securityContext: {seccompProfile: {type: RuntimeDefault}}|»
              containers:
              - ↓name: api
        """
      )
    ],
    check: .container { container, _, report in
      guard !container.isForWindows else { return }
      let profile = container.effective("seccompProfile")
      if profile.isEmpty { report.flag(profile, "is not set, nor that of the pod", of: container.owner) }
    }
  )
}
