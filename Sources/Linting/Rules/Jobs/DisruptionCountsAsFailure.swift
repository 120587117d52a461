internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Jobs that fail because a node was drained.
  static let disruptionCountsAsFailure = LintRule(
    "SPAI2812",
    "disruption-counts-as-failure",
    .jobs,
    .note,
    in: .strict,
    rationale: """
      A pod that is evicted counts as a failed try, unless a policy ignores it; few drains then end the Job.
      """,
    remediation: "Add a rule to 'podFailurePolicy' that ignores the condition 'DisruptionTarget'.",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train}
        spec:
          backoffLimit: 1
          «|↓»podFailurePolicy:
            rules:
            - {action: Ignore, onPodConditions: [{type: «DisruptionTarget|PodScheduled», status: "True"}]}
          template: {spec: {restartPolicy: Never}}
        """
      )
    ],
    check: .object(["Job", "CronJob", "ScaledJob", "JobSet"]) { object, _, report in
      for job in object.jobSpecs where job.pod["restartPolicy"].text == "Never" {
        let policy = job["podFailurePolicy"]
        let isIgnored = policy["rules"].items.contains { rule in
          ["Ignore", "FailIndex", "Count"].contains(rule["action"].text)
            && rule["onPodConditions"].items.contains { $0["type"].text == "DisruptionTarget" }
        }
        if !isIgnored { report.flag(policy, "does not ignore disruptions", of: object) }
      }
    }
  )
}
