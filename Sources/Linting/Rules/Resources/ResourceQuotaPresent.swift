internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of namespaces without a quota.
  static let resourceQuotaPresent = LintRule(
    "SPAI2213",
    "resource-quota-present",
    .resources,
    .note,
    in: .strict,
    rationale: "Without a ResourceQuota one tenant's loop of pods takes the whole cluster.",
    remediation: "Add a ResourceQuota to the namespace.",
    aliases: [.kics: ["Pod or Container Without ResourceQuota"], .trivy: ["KSV-0040"]],
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: Namespace
        metadata: {name: a}
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: tenant, namespace: «a|b»}
        spec: {hard: {pods: "10"}}
        """
      )
    ],
    check: .object(["Namespace"]) { object, context, report in
      guard !isOfSystem(object.name), context.objects.ofKind("ResourceQuota", in: object.name).isEmpty else {
        return
      }
      report.flag(object.root, "has no ResourceQuota", of: object)
    }
  )
}
