internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Jobs that may run for ever.
  static let jobDeadline = LintRule(
    "SPAI2808",
    "job-deadline",
    .jobs,
    .warning,
    in: .strict,
    rationale:
      "A Job that hangs holds its quota, and with 'Forbid' all runs after it, until somebody sees it.",
    remediation: "Write 'activeDeadlineSeconds', the longest time that a run may take.",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: backup}
        spec:
          jobTemplate:
            ↓spec:
              backoffLimit: 1
              «activeDeadlineSeconds: 3600|»
        """
      )
    ],
    check: .object(["Job", "CronJob", "ScaledJob", "JobSet"]) { object, _, report in
      for job in object.jobSpecs where job.field.isPresent {
        let deadline = job["activeDeadlineSeconds"]
        guard !deadline.isPresent, !job.pod["activeDeadlineSeconds"].isPresent else { continue }
        report.flag(deadline, "is missing", of: object)
      }
    }
  )
}
