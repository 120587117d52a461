internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells what the level 'baseline' of the Pod Security Standards refuses.
  static let pssBaseline = LintRule(
    "SPAI2080",
    "pss-baseline",
    .podSecurity,
    .error,
    in: .all,
    rationale:
      "A namespace that enforces 'baseline' does not let the pod in.",
    remediation:
      "Change what is told; 'kubernetes' of the platform, or the version asked for, says whose policy it is.",
    aliases: [.kyverno: ["podsecurity-subrule-baseline"]],
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
                  privileged: «false|true»
        """
      )
    ],
    check: .pod { pod, context, report in
      let minor = context.settings.kubernetesMinor
      for violation in podSecurityViolations(of: pod, at: .baseline, minor: minor) {
        report.flag(violation.field, violation.fault + " (\(violation.check))", of: pod.owner)
      }
    }
  )
}
