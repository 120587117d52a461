internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of policies that nobody is known to have reviewed.
  static let netpolReviewDate = LintRule(
    "SPAI2433",
    "netpol-review-date",
    .networking,
    .note,
    in: .all,
    rationale:
      "Rules for networks grow and never shrink unless somebody looks at them again.",
    remediation:
      "Write the day of the last review into the annotation that 'audit.records.review' names.",
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: api
          ↓annotations: {«review.example.com/day|note»: "2026-11-02"}
        spec: {podSelector: {}}
        """,
        settings: { $0.audit.records[.review] = ["review.example.com/day"] }
      )
    ],
    check: .object(["NetworkPolicy"]) { object, context, report in
      guard object.group == "networking.k8s.io" else { return }
      report.flagMissing(.review, in: [object.metadata["annotations"]], of: object, context)
    }
  )
}
