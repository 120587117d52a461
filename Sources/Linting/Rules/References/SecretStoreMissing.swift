internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of secrets from stores that do not exist.
  static let secretStoreMissing = LintRule(
    "SPAI3022",
    "secret-store-missing",
    .references,
    .warning,
    rationale:
      "An ExternalSecret without its store never makes its Secret, and the pods that need this do not start.",
    remediation: "Correct the name, or list the store among what the platform provides.",
    examples: [
      Example(
        """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: api, namespace: a}
        spec:
          secretStoreRef: {kind: ClusterSecretStore, name: «vault|valut»}
        ---
        apiVersion: external-secrets.io/v1
        kind: ClusterSecretStore
        metadata: {name: vault}
        """
      )
    ],
    check: .set(about: .referring(.secretStore)) { _, context, report in
      report.flagMissing(.secretStore, in: context)
    }
  )
}
