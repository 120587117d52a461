internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses two objects of one name.
  static let duplicateObject = LintRule(
    "SPAI3020",
    "duplicate-object",
    .references,
    .error,
    rationale:
      "Of two objects with one kind, namespace and name, the one that is applied last replaces the other.",
    remediation: "Remove one of the two, or give it another name.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: api, namespace: a}
        ---
        apiVersion: v1
        ↓kind: ConfigMap
        metadata: {name: «web|api», namespace: a}
        """
      )
    ],
    check: .set(about: .objects) { set, _, report in
      for (object, other) in repeated(set) where !scope(ofKind: object.kind, in: object.namespace).isEmpty {
        report.flag(object.root, "is there twice", of: object, beside: (other.root, "the other"))
      }
    }
  )
}
