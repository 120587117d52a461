internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses Jobs whose pods never end.
  static let cronJobRestartPolicy = LintRule(
    "SPAI2804",
    "cronjob-restart-policy",
    .jobs,
    .error,
    rationale:
      "A pod with 'Always', which is the default, never comes to an end; an API server refuses it in a Job.",
    remediation: "Write 'restartPolicy: Never', or 'OnFailure'.",
    aliases: [.kubeScore: ["cronjob-restartpolicy"]],
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: backup}
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: «Never|Always»
        """
      )
    ],
    check: .object(["Job", "CronJob", "ScaledJob", "JobSet"]) { object, _, report in
      for job in object.jobSpecs where job.pod.isPresent {
        let policy = job.pod["restartPolicy"]
        guard !["Never", "OnFailure"].contains(policy.text) else { continue }
        report.flag(policy, policy.isPresent ? "is \(policy.shown)" : "is missing", of: object)
      }
    }
  )
}
