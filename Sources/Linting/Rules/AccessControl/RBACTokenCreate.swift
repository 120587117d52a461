internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that make tokens of service accounts.
  static let rbacTokenCreate = LintRule(
    "SPAI2513",
    "rbac-token-create",
    .accessControl,
    .warning,
    in: .strict,
    rationale: "Who makes tokens acts as any service account of the namespace.",
    remediation: "Name the service account in 'resourceNames'.",
    aliases: [
      .kubescape: ["C-0282"]
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: [""]
          resources: [«serviceaccounts|serviceaccounts/token»]
          verbs: [create]
        """
      )
    ],
    check: .grant(of: ["create"], on: ["serviceaccounts/token"], in: "")
  )
}
