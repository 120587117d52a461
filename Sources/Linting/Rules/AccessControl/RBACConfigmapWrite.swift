internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that write ConfigMaps everywhere.
  static let rbacConfigmapWrite = LintRule(
    "SPAI2516",
    "rbac-configmap-write",
    .accessControl,
    .note,
    in: .all,
    rationale:
      "The name server of the cluster and many controllers read ConfigMaps: who writes them leads others astray.",
    remediation: "Use a Role in the own namespace, or name the ConfigMaps in 'resourceNames'.",
    aliases: [
      .kubescape: ["C-0037"],
      .trivy: ["KSV-0049"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: reader}
        rules:
        - apiGroups: [""]
          resources: [«pods|configmaps»]
          verbs: [get, update]
        """
      )
    ],
    check: .grant(of: ["update", "patch"], on: ["configmaps"], in: "", kinds: ["ClusterRole"])
  )
}
