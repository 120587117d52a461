internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of namespaces that let any pod in.
  static let namespacePSALabels = LintRule(
    "SPAI3303",
    "namespace-psa-labels",
    .tenancy,
    .warning,
    in: .strict,
    rationale:
      "Without the label, the admission plugin lets pods be root on the node; 'privileged' says the same aloud.",
    remediation: "Set the label 'pod-security.kubernetes.io/enforce' to 'restricted', or to 'baseline'.",
    aliases: [
      .kubescape: ["C-0068", "C-0192"],
      .kyverno: ["deny-privileged-profile", "add-psa-namespace-reporting"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: a
          labels:
            pod-security.kubernetes.io/enforce: «restricted|privileged»
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: a, ↓labels: {pod-security.kubernetes.io/«enforce|warn»: restricted}}
        """
      ),
    ],
    check: .object(["Namespace"]) { namespace, _, report in
      let level = namespace.labels["pod-security.kubernetes.io/enforce"]
      guard namespace.group.isEmpty else { return }
      if !level.isPresent {
        report.flag(level, "is absent, which lets any pod in", of: namespace)
      } else if !["baseline", "restricted"].contains(level.text ?? "") {
        report.flag(level, "is \(level.shown)", of: namespace)
      }
    }
  )
}
