internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of CronJobs that are switched off.
  static let cronJobSuspended = LintRule(
    "SPAI2805",
    "cronjob-suspended",
    .jobs,
    .note,
    in: .all,
    rationale: "A CronJob that is suspended is mostly one that was stopped for a day, and forgotten.",
    remediation: "Remove 'suspend', or the CronJob.",
    aliases: [.popeye: ["POP-1500"]],
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: backup}
        spec:
          suspend: «false|true»
        """
      )
    ],
    check: .object(["CronJob"]) { object, _, report in
      let suspend = object.spec["suspend"]
      if suspend.isTrue { report.flag(suspend, "is true", of: object) }
    }
  )
}
