internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that sign certificates.
  static let rbaccsrApprove = LintRule(
    "SPAI2512",
    "rbac-csr-approve",
    .accessControl,
    .warning,
    in: .strict,
    rationale: "Who approves requests for certificates can be any user and any node.",
    remediation: "Name the signer in 'resourceNames', or leave approval to its controller.",
    aliases: [
      .checkov: ["CKV_K8S_156"],
      .kubescape: ["C-0280"],
      .kyverno: ["restrict-clusterrole-csr"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: reader}
        rules:
        - apiGroups: ["certificates.k8s.io"]
          resources: [«certificatesigningrequests|certificatesigningrequests/approval»]
          verbs: [update]
        """
      )
    ],
    check: .grant(
      of: ["update", "patch", "approve", "sign"],
      on: ["certificatesigningrequests/approval", "signers"],
      in: "certificates.k8s.io"
    )
  )
}
