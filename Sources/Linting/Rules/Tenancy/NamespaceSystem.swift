internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of objects in the namespaces of the cluster.
  static let namespaceSystem = LintRule(
    "SPAI3302",
    "namespace-system",
    .tenancy,
    .warning,
    in: .strict,
    rationale: "The namespaces of the cluster have rights and exemptions that nothing else should have.",
    remediation: "Make a namespace for the workload.",
    aliases: [
      .kyverno: ["namespace-protection"],
      .trivy: ["KSV-0037"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: «a|kube-system»}
        """
      )
    ],
    check: .object([]) { object, _, report in
      let namespace = object.metadata["namespace"]
      if ["kube-system", "kube-public", "kube-node-lease"].contains(namespace.text ?? "") {
        report.flag(namespace, "is \(namespace.shown), a namespace of the cluster", of: object)
      }
    }
  )
}
