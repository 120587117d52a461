internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of CronJobs that may never start.
  static let startingDeadlineTooShort = LintRule(
    "SPAI2811",
    "starting-deadline-too-short",
    .jobs,
    .warning,
    rationale: """
      The controller looks at its CronJobs every ten seconds: a start that may be no later than that is missed \
      by chance.
      """,
    remediation: "Raise 'startingDeadlineSeconds' to ten or more; minutes are usual.",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: backup}
        spec:
          startingDeadlineSeconds: «10|9»
        """
      )
    ],
    check: .object(["CronJob"]) { object, _, report in
      let deadline = object.spec["startingDeadlineSeconds"]
      guard let seconds = deadline.integer, seconds < 10 else { return }
      report.flag(deadline, "is \(seconds), shorter than the controller takes to look", of: object)
    }
  )
}
