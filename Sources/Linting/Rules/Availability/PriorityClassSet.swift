internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods without a priority.
  static let priorityClassSet = LintRule(
    "SPAI2319",
    "priority-class-set",
    .availability,
    .note,
    in: .all,
    rationale: """
      When nodes are full, the scheduler evicts by priority; pods without one have the lowest, unless the \
      cluster has a default.
      """,
    remediation: "Write a 'priorityClassName'.",
    aliases: [
      .kubeLinter: ["priority-class-name"],
      .kyverno: ["require-pod-priorityclassname", "allowed-podpriorities"], .polaris: ["priorityClassNotSet"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            ↓spec:
              «priorityClassName|schedulerName»: high
        """
      )
    ],
    check: .pod { pod, _, report in
      let name = pod.spec["priorityClassName"]
      if pod.spec.isPresent, name.isEmpty { report.flag(name, "is missing", of: pod.owner) }
    }
  )
}
