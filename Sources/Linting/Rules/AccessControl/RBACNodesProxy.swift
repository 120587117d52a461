internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that speak to the kubelet.
  static let rbacNodesProxy = LintRule(
    "SPAI2508",
    "rbac-nodes-proxy",
    .accessControl,
    .warning,
    rationale: "Through 'nodes/proxy' one runs commands in every pod of a node, past admission and audit.",
    remediation: "Grant 'nodes/metrics' or 'nodes/stats' instead.",
    aliases: [
      .checkov: ["CKV2_K8S_2"],
      .kubescape: ["C-0279"],
      .kyverno: ["restrict-clusterrole-nodesproxy"],
      .trivy: ["KSV-0047"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: reader}
        rules:
        - apiGroups: [""]
          resources: [«nodes/metrics|nodes/proxy»]
          verbs: [get]
        """
      )
    ],
    check: .grant(of: ["get", "create", "update", "patch"], on: ["nodes/proxy"], in: "")
  )
}
