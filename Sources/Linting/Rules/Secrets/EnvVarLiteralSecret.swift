internal import Kubernetes
internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of secrets that stand in a manifest as the value of a variable.
  static let envVarLiteralSecret = LintRule(
    "SPAI2601",
    "env-var-literal-secret",
    .secrets,
    .warning,
    rationale:
      "The manifest is read by everybody who reads the repository, the cluster or the pod; the secret is none any more.",
    remediation:
      "Keep it in a secret store, refer to it by 'secretKeyRef' or a file, and change it: it has been seen.",
    aliases: [
      .kubeLinter: ["env-var-secret"], .kubescape: ["C-0012", "C-0259"], .kyverno: ["check-env-vars"],
      .polaris: ["sensitiveContainerEnvVar"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                env:
                - name: DB_PASSWORD
                  «valueFrom: {secretKeyRef: {name: db, key: password}}|value: hunter2»
        """
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                env:
                - name: API_TOKEN«_FILE|»
                  ↓value: abc
        """
      ),
    ],
    check: .container { container, _, report in
      for variable in container["env"].items {
        guard let name = variable["name"].text, let value = variable["value"].written,
          namesASecret(name), isSecretValue(value)
        else { continue }
        report.flag(variable["value"], "is a secret, the name '\(name)' says", of: container.owner)
      }
    }
  )
}
