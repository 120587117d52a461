internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of CronJobs whose runs may pile up.
  static let cronJobConcurrencyPolicy = LintRule(
    "SPAI2802",
    "cronjob-concurrency-policy",
    .jobs,
    .warning,
    in: .strict,
    rationale:
      "By default a run starts even while the one before still runs: slow runs make each other slower.",
    remediation: "Write 'concurrencyPolicy: Forbid', or 'Replace'.",
    aliases: [.datree: ["CRONJOB_MISSING_CONCURRENCYPOLICY_KEY"]],
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: backup}
        spec:
          concurrencyPolicy: «Forbid|Allow»
        """
      )
    ],
    check: .object(["CronJob"]) { object, _, report in
      let policy = object.spec["concurrencyPolicy"]
      guard !["Forbid", "Replace"].contains(policy.text) else { return }
      report.flag(policy, policy.isPresent ? "is 'Allow'" : "is missing, and so 'Allow'", of: object)
    }
  )
}
