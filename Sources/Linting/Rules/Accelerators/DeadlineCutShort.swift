internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of runs that something ends before their deadline.
  static let deadlineCutShort = LintRule(
    "SPAI3212",
    "deadline-cut-short",
    .accelerators,
    .warning,
    rationale: """
      The shortest of three times ends a run: the Job's deadline, the pod's own, and the queue's; it counts as \
      failed then.
      """,
    remediation: "Make the times equal, at what a run is expected to take at most.",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: train
          labels:
            kueue.x-k8s.io/max-exec-time-seconds: «"28800"|"3600"»
        spec:
          activeDeadlineSeconds: 28800
        """
      ),
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train}
        spec:
          activeDeadlineSeconds: 28800
          template:
            spec:
              activeDeadlineSeconds: «28800|3600»
        """
      ),
    ],
    check: .object(["Job", "CronJob", "ScaledJob", "JobSet"]) { object, _, report in
      let key = "kueue.x-k8s.io/max-exec-time-seconds"
      let metadata =
        object.kind == "CronJob" ? object.spec["jobTemplate"]["metadata"] : object.metadata
      for job in object.jobSpecs {
        guard let deadline = job["activeDeadlineSeconds"].integer else { continue }
        let others = [job.pod["activeDeadlineSeconds"], metadata["labels"][key]]
        for other in others {
          guard let seconds = other.textOrNumber.flatMap({ Int($0) }), seconds < deadline else { continue }
          let fault = "is \(seconds), before the deadline of \(deadline) seconds"
          report.flag(other, fault, of: object, beside: (job["activeDeadlineSeconds"], "the deadline"))
        }
      }
    }
  )
}
