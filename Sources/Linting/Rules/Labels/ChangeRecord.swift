internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of objects that do not say by which change they came to be.
  static let changeRecord = LintRule(
    "SPAI3114",
    "change-record",
    .labels,
    .note,
    in: .all,
    rationale:
      "Whoever finds an object that does harm has to know who wanted it, and who agreed.",
    remediation:
      "Write the change into the annotation that 'audit.records.change' names.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: api
          ↓annotations: {«change.example.com/ticket|note»: "CHG-1182"}
        """,
        settings: { $0.audit.records[.change] = ["change.example.com/ticket"] }
      )
    ],
    check: .object([]) { object, context, report in
      report.flagMissing(.change, in: [object.metadata["annotations"]], of: object, context)
    }
  )
}
