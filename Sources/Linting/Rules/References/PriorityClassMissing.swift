internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods whose priority does not exist.
  static let priorityClassMissing = LintRule(
    "SPAI3009",
    "priority-class-missing",
    .references,
    .warning,
    rationale: "The API server refuses pods whose PriorityClass does not exist.",
    remediation: "Correct the name, or list the class among what the platform provides.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          priorityClassName: «high|hi»
        ---
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: high}
        value: 1000
        """
      )
    ],
    check: .set(about: .referring(.priorityClass)) { _, context, report in
      report.flagMissing(.priorityClass, in: context)
    }
  )
}
