internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that change admission webhooks.
  static let rbacWebhookConfig = LintRule(
    "SPAI2511",
    "rbac-webhook-config",
    .accessControl,
    .warning,
    in: .strict,
    rationale: "A webhook of one's own sees and changes every object that is written, Secrets too.",
    remediation: "Name the configuration that is needed in 'resourceNames'.",
    aliases: [
      .checkov: ["CKV_K8S_155"],
      .kubescape: ["C-0281"],
      .kyverno: ["restrict-clusterrole-mutating-validating-admission-webhooks"],
      .trivy: ["KSV-0114"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: reader}
        rules:
        - apiGroups: ["admissionregistration.k8s.io"]
          resources: [«validatingadmissionpolicies|mutatingwebhookconfigurations»]
          verbs: [update]
        """
      )
    ],
    check: .grant(
      of: writingVerbs,
      on: ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"],
      in: "admissionregistration.k8s.io"
    )
  )
}
