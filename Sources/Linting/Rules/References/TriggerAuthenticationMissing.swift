internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of triggers whose credentials do not exist.
  static let triggerAuthenticationMissing = LintRule(
    "SPAI3023",
    "trigger-authentication-missing",
    .references,
    .warning,
    rationale: "KEDA cannot ask the source of the trigger, and the workload does not scale.",
    remediation: "Correct the name, or add the TriggerAuthentication.",
    examples: [
      Example(
        """
        apiVersion: keda.sh/v1alpha1
        kind: ScaledJob
        metadata: {name: uploads, namespace: a}
        spec:
          triggers:
          - type: rabbitmq
            authenticationRef: {name: «queue|queu»}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: TriggerAuthentication
        metadata: {name: queue, namespace: a}
        """
      )
    ],
    check: .set(about: .referring(.triggerAuthentication)) { _, context, report in
      report.flagMissing(.triggerAuthentication, in: context)
    }
  )
}
