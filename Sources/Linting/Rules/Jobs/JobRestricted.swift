internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Jobs that nothing makes again.
  static let jobRestricted = LintRule(
    "SPAI2809",
    "job-restricted",
    .jobs,
    .note,
    in: .all,
    rationale: """
      A Job of its own runs once; what it did is forgotten with it, and most of its fields cannot be changed.
      """,
    remediation: "Make it a CronJob, which keeps a history, or a step of a pipeline.",
    aliases: [.kyverno: ["restrict-jobs", "pod-lifetime"]],
    examples: [
      Example(
        """
        apiVersion: batch/v1
        ↓kind: Job
        metadata: {name: migrate, «ownerReferences|finalizers»: [{kind: CronJob, name: api}]}
        """
      )
    ],
    check: .object(["Job"]) { object, _, report in
      guard object.metadata["ownerReferences"].isEmpty else { return }
      report.flag(object.root, "runs once, and has no owner", of: object)
    }
  )
}
