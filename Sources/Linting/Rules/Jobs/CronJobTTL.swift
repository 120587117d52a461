internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of CronJobs whose history is deleted before its time.
  static let cronJobTTL = LintRule(
    "SPAI2807",
    "cronjob-ttl",
    .jobs,
    .note,
    in: .strict,
    rationale: """
      The history limits of a CronJob keep its Jobs; a time to live deletes them all the same, the failed ones \
      too.
      """,
    remediation: "Remove 'ttlSecondsAfterFinished', and write 'failedJobsHistoryLimit' instead.",
    aliases: [.kubeLinter: ["job-ttl-seconds-after-finished"]],
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: backup}
        spec:
          jobTemplate:
            spec:
              «|↓ttlSecondsAfterFinished: 3600»
        """
      )
    ],
    check: .object(["CronJob"]) { object, _, report in
      let life = object.spec["jobTemplate"]["spec"]["ttlSecondsAfterFinished"]
      if life.isPresent { report.flag(life, "works against the history limits", of: object) }
    }
  )
}
