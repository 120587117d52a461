internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of namespaces that may take everything.
  static let namespaceBoundaries = LintRule(
    "SPAI3303",
    "namespace-boundaries",
    .tenancy,
    .warning,
    in: .strict,
    rationale: "Without a quota, one tenant takes the nodes of all others.",
    remediation: "Add a ResourceQuota to the namespace.",
    aliases: [
      .kics: ["Ensure Administrative Boundaries Between Resources"],
      .kyverno: ["namespace-inventory-check"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: Namespace
        metadata: {name: a}
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: all, namespace: «a|b»}
        """
      )
    ],
    check: .set { set, _, report in
      let bounded = Set(set.ofKind("ResourceQuota").map { $0.namespace ?? "default" })
      for namespace in set.ofKind("Namespace", in: "") where !bounded.contains(namespace.name) {
        report.flag(namespace.root, "has no ResourceQuota", of: namespace)
      }
    }
  )
}
