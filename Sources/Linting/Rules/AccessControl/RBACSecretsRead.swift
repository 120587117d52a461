internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that read Secrets.
  static let rbacSecretsRead = LintRule(
    "SPAI2504",
    "rbac-secrets-read",
    .accessControl,
    .warning,
    in: .strict,
    rationale:
      "Who lists Secrets has the passwords of every workload there, and the tokens of its service accounts.",
    remediation: "Name the Secrets in 'resourceNames', or let the workload mount the one that it needs.",
    aliases: [
      .checkov: ["CKV2_K8S_5"],
      .datree: ["CIS_INVALID_VERB_SECRETS"],
      .kics: ["RBAC Roles with Read Secrets Permissions", "ServiceAccount Allows Access Secrets"],
      .kubeLinter: ["access-to-secrets"],
      .kubescape: ["C-0015", "C-0186"],
      .kyverno: ["restrict-secret-role-verbs"],
      .trivy: ["KSV-0041", "KSV-0113"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: [""]
          resources: [«configmaps|secrets»]
          verbs: [get, list]
        """
      )
    ],
    check: .grant(of: ["get", "list", "watch"], on: ["secrets"], in: "")
  )
}
