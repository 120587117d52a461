internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of names of which nothing is known.
  static let undeclaredReference = LintRule(
    "SPAI3021",
    "undeclared-reference",
    .references,
    .note,
    in: .all,
    rationale:
      "The objects at hand have nothing of the kind, and the platform does not say that it provides the name.",
    remediation: "List the name under its kind in 'provided', so that a typing mistake can be told from it.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          «restartPolicy: Always|runtimeClassName: gvisor»
        """
      )
    ],
    check: .set(about: .objects) { set, context, report in
      for reference in set.references.all
      where set.references.standing(of: reference, context.settings) == .unknown {
        report.flag(
          reference.field,
          "names \(reference.kind) '\(reference.name)', of which nothing is known",
          of: reference.object
        )
      }
    }
  )
}
