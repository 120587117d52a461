internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of CronJobs that may stop starting for good.
  static let cronJobDeadline = LintRule(
    "SPAI2801",
    "cronjob-deadline",
    .jobs,
    .warning,
    in: .strict,
    rationale: """
      After a hundred missed starts a CronJob without 'startingDeadlineSeconds' starts no more, until somebody \
      sees it.
      """,
    remediation: "Write 'startingDeadlineSeconds', as long as a late start is of use.",
    aliases: [
      .datree: ["CRONJOB_MISSING_STARTINGDEADLINESECOND_KEY"], .kics: ["CronJob Deadline Not Configured"],
      .kubeScore: ["cronjob-has-deadline"],
    ],
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: backup}
        ↓spec:
          schedule: 0 3 * * *
          «startingDeadlineSeconds: 3600|»
        """
      )
    ],
    check: .object(["CronJob"]) { object, _, report in
      let deadline = object.spec["startingDeadlineSeconds"]
      if !deadline.isPresent { report.flag(deadline, "is missing", of: object) }
    }
  )
}
