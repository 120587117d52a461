internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of secrets that reach a program in its environment.
  static let envFromSecret = LintRule(
    "SPAI2602",
    "env-from-secret",
    .secrets,
    .note,
    in: .all,
    rationale:
      "Variables are inherited by every child process and end up in dumps and reports of errors; files do not.",
    remediation:
      "Mount the secret as a volume, and let the program read the file.",
    aliases: [
      .checkov: ["CKV_K8S_35"], .datree: ["CIS_INVALID_KEY_SECRETKEYREF_SECRETREF"],
      .kics: ["Secrets As Environment Variables"], .kubeLinter: ["read-secret-from-env-var"],
      .kubescape: ["C-0207"], .kyverno: ["secrets-not-from-env-vars"],
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
                  «value: ""|valueFrom: {secretKeyRef: {name: db, key: password}}»
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
                envFrom:
                - ↓«configMapRef|secretRef»: {name: db}
        """
      ),
    ],
    check: .container { container, _, report in
      let ofVariables = container["env"].items.map { $0["valueFrom"]["secretKeyRef"] }
      let ofAll = container["envFrom"].items.map { $0["secretRef"] }
      for reference in ofVariables + ofAll where reference.isPresent {
        report.flag(reference, "puts a secret into the environment", of: container.owner)
      }
    }
  )
}
