internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of credentials for registries that do not exist.
  static let pullSecretMissing = LintRule(
    "SPAI3012",
    "pull-secret-missing",
    .references,
    .warning,
    rationale: "Without the Secret the node pulls as nobody, and a private image does not start.",
    remediation: "Add the Secret, correct the name, or list it among what the platform provides.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          imagePullSecrets:
          - name: «registry|registri»
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: registry, namespace: a}
        type: kubernetes.io/dockerconfigjson
        """
      )
    ],
    check: .set(about: .referring(.pullSecret)) { _, context, report in
      report.flagMissing(.pullSecret, in: context)
    }
  )
}
