internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Jobs that stay when they are done.
  static let jobTTL = LintRule(
    "SPAI2806",
    "job-ttl",
    .jobs,
    .note,
    in: .all,
    rationale: """
      A Job of its own, and its pods, stay until somebody deletes them; a continuous deployment would start a \
      deleted one again.
      """,
    remediation: "Write 'ttlSecondsAfterFinished', unless a continuous deployment keeps the Job.",
    aliases: [.kubeLinter: ["job-ttl-seconds-after-finished"]],
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: migrate}
        ↓spec:
          backoffLimit: 1
          «ttlSecondsAfterFinished: 3600|»
        """
      )
    ],
    check: .object(["Job"]) { object, _, report in
      let life = object.spec["ttlSecondsAfterFinished"]
      guard object.spec.isPresent, !life.isPresent, object.metadata["ownerReferences"].isEmpty else {
        return
      }
      report.flag(life, "is missing", of: object)
    }
  )
}
