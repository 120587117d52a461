internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells what the level 'restricted' of the Pod Security Standards refuses.
  static let pssRestricted = LintRule(
    "SPAI2081",
    "pss-restricted",
    .podSecurity,
    .error,
    in: .all,
    rationale:
      "A namespace that enforces 'restricted' does not let the pod in.",
    remediation:
      "Change what is told; 'kubernetes' of the platform, or the version asked for, says whose policy it is.",
    aliases: [
      .kyverno: [
        "podsecurity-subrule-restricted", "podsecurity-subrule-restricted-capabilities",
        "podsecurity-subrule-restricted-seccomp",
      ]
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
              securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
              containers:
              - name: api
                securityContext:
                  allowPrivilegeEscalation: «false|true»
                  capabilities: {drop: [ALL]}
        """
      )
    ],
    check: .pod { pod, context, report in
      let minor = context.settings.kubernetesMinor
      for violation in podSecurityViolations(of: pod, at: .restricted, minor: minor) {
        report.flag(violation.field, violation.fault + " (\(violation.check))", of: pod.owner)
      }
    }
  )
}
