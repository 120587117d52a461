internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Tells of runs that may start while the one before still runs.
  static let cronJobOverlap = LintRule(
    "SPAI2810",
    "cronjob-overlap",
    .jobs,
    .warning,
    in: .strict,
    rationale: """
      Where a run may take longer than the time to the next, and nothing forbids two at a time, both work on the \
      same data.
      """,
    remediation: """
      Write 'concurrencyPolicy: Forbid', or lower 'activeDeadlineSeconds' below the time between two starts.
      """,
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: sync}
        spec:
          schedule: "*/10 * * * *"
          concurrencyPolicy: Allow
          jobTemplate:
            spec:
              activeDeadlineSeconds: «600|601»
        """
      )
    ],
    check: .object(["CronJob"]) { object, _, report in
      guard !["Forbid", "Replace"].contains(object.spec["concurrencyPolicy"].text) else { return }
      let deadline = object.spec["jobTemplate"]["spec"]["activeDeadlineSeconds"]
      guard let seconds = deadline.integer, let minutes = leastMinutes(of: object.spec["schedule"]),
        seconds > minutes * 60
      else { return }
      let fault = "is \(seconds), and the next run starts after \(minutes * 60) seconds"
      report.flag(deadline, fault, of: object, beside: (object.spec["schedule"], "the schedule"))
    }
  )
}

/// The least number of minutes between two starts of a schedule, over the end of the week too.
private func leastMinutes(of schedule: Field) -> Int? {
  guard let starts = schedule.text.flatMap(cronStarts)?.sorted(), let first = starts.first else { return nil }
  return zip(starts, starts.dropFirst() + [first + 7 * 1440]).map { $1 - $0 }.min()
}
