internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of objects that do not say which engine made them.
  static let managedByLabel = LintRule(
    "SPAI3112",
    "managed-by-label",
    .labels,
    .note,
    in: .all,
    rationale:
      "Who changes by hand what an engine manages loses the change at its next run.",
    remediation:
      "Write the engine into the label 'app.kubernetes.io/managed-by'.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: api
          ↓labels: {«app.kubernetes.io/managed-by|managed-by»: spai-gen}
        """
      )
    ],
    check: .object([]) { object, _, report in
      let label = object.labels["app.kubernetes.io/managed-by"]
      if label.isEmpty { report.flag(label, "is missing", of: object) }
    }
  )
}
