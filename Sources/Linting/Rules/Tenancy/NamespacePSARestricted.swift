internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of namespaces that enforce less than the restricted Pod Security Standard, or not always the same one.
  static let namespacePSARestricted = LintRule(
    "SPAI3320",
    "namespace-psa-restricted",
    .tenancy,
    .warning,
    in: .all,
    rationale:
      "The level baseline still lets pods be root in their container, and a level without version changes with the cluster.",
    remediation:
      "Set 'pod-security.kubernetes.io/enforce' to 'restricted', and 'enforce-version' beside it to a version such as 'v1.36'.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: a
          labels:
            pod-security.kubernetes.io/enforce: «restricted|baseline»
            pod-security.kubernetes.io/enforce-version: v1.36
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: a
          labels:
            pod-security.kubernetes.io/enforce: restricted
            pod-security.kubernetes.io/enforce-version: «v1.36|latest»
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: a
          ↓labels:
            pod-security.kubernetes.io/enforce: restricted
            pod-security.kubernetes.io/«enforce|audit»-version: v1.36
        """
      ),
    ],
    check: .object(["Namespace"]) { namespace, _, report in
      guard namespace.group.isEmpty else { return }
      let labels = namespace.labels
      let level = labels["pod-security.kubernetes.io/enforce"]
      let version = labels["pod-security.kubernetes.io/enforce-version"]
      if level.text != "restricted" {
        report.flag(level, "is \(level.shown), not 'restricted'", of: namespace)
      } else if version.text.map({ $0.isEmpty || $0 == "latest" }) ?? true {
        report.flag(version, "is \(version.shown), so that the level follows the cluster", of: namespace)
      }
    }
  )
}
