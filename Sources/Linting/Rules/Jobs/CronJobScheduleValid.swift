internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Refuses schedules that nobody can read.
  static let cronJobScheduleValid = LintRule(
    "SPAI2803",
    "cronjob-schedule-valid",
    .jobs,
    .error,
    rationale: "An API server refuses a CronJob whose schedule is none.",
    remediation: "Write five fields: minute, hour, day of the month, month, day of the week.",
    aliases: [.datree: ["CRONJOB_INVALID_SCHEDULE_VALUE"], .kyverno: ["validate-cron-schedule"]],
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: backup}
        spec:
          schedule: «0 3 * * *|0 3 * *»
        """
      )
    ],
    check: .object(["CronJob"]) { object, _, report in
      let schedule = object.spec["schedule"]
      guard let text = schedule.written, let problem = cronProblem(text) else { return }
      report.flag(schedule, "is '\(text)', which \(problem)", of: object)
    }
  )
}
