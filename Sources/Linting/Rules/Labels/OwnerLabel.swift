internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of objects that name no owner.
  static let ownerLabel = LintRule(
    "SPAI3111",
    "owner-label",
    .labels,
    .note,
    in: .all,
    rationale:
      "What nobody owns is mended by nobody, and nobody knows whom to ask before it is deleted.",
    remediation:
      "Write the team into the label 'spai.dev/owner'.",
    aliases: [
      .kubeLinter: ["required-label-owner"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: api
          ↓labels: {«spai.dev/owner|owner»: payments}
        """
      )
    ],
    check: .object([]) { object, _, report in
      let owner = object.labels[Tenancy.ownerLabel]
      if owner.isEmpty { report.flag(owner, "is missing", of: object) }
    }
  )
}
