internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of namespaces without a LimitRange.
  static let limitRangePresent = LintRule(
    "SPAI2214",
    "limit-range-present",
    .resources,
    .note,
    in: .strict,
    rationale: """
      A LimitRange gives containers that state nothing a share, and keeps one of them from asking for \
      everything.
      """,
    remediation: "Add a LimitRange to the namespace.",
    aliases: [.kics: ["Pod or Container Without LimitRange"], .trivy: ["KSV-0039"]],
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: Namespace
        metadata: {name: a}
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: tenant, namespace: «a|b»}
        spec: {limits: [{type: Container, default: {cpu: "1"}}]}
        """
      )
    ],
    check: .object(["Namespace"]) { object, context, report in
      guard !isOfSystem(object.name), context.objects.ofKind("LimitRange", in: object.name).isEmpty else {
        return
      }
      report.flag(object.root, "has no LimitRange", of: object)
    }
  )
}
