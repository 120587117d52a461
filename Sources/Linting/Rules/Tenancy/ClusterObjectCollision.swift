internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses two contents for one object of the cluster.
  static let clusterObjectCollision = LintRule(
    "SPAI3305",
    "cluster-object-collision",
    .tenancy,
    .error,
    rationale:
      "Objects without a namespace are shared by all tenants: who applies last changes it for the others.",
    remediation: "Keep the object in one place, or give one of the two another name.",
    examples: [
      Example(
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: high}
        value: 1000
        ---
        apiVersion: scheduling.k8s.io/v1
        ↓kind: PriorityClass
        metadata: {name: high}
        value: «1000|2000»
        """
      )
    ],
    check: .set(about: .objects) { set, _, report in
      for (object, other) in repeated(set) where scope(ofKind: object.kind, in: object.namespace).isEmpty {
        guard let node = object.root.node, let first = other.root.node, !node.hasSameContent(as: first) else {
          continue
        }
        report.flag(
          object.root,
          "is there with another content too",
          of: object,
          beside: (other.root, "the other")
        )
      }
    }
  )
}
