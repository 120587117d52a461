internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses gangs of which only some run at a time.
  static let gangCannotStart = LintRule(
    "SPAI3208",
    "gang-cannot-start",
    .accelerators,
    .error,
    rationale: """
      Members of a gang wait for each other: where fewer run at a time than belong to it, none ever begins.
      """,
    remediation: "Make 'parallelism' equal to 'completions'.",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train}
        spec:
          completionMode: Indexed
          completions: 4
          parallelism: «4|2»
          template:
            spec:
              containers:
              - name: train
                env: [{name: MASTER_ADDR, value: train-0.train}]
        """
      )
    ],
    check: .object(["Job", "CronJob", "JobSet"]) { object, _, report in
      for job in object.jobSpecs where job.gang != nil {
        guard let all = job["completions"].integer, all > 1 else { continue }
        let some = job["parallelism"], count = some.integer ?? 1
        guard count < all else { continue }
        let fault = "is \(count), and the gang has \(all) members"
        report.flag(some, fault, of: object, beside: (job["completions"], "the members"))
      }
    }
  )
}
