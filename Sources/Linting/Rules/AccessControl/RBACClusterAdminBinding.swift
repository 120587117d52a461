internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses bindings to roles that may do everything.
  static let rbacClusterAdminBinding = LintRule(
    "SPAI2502",
    "rbac-cluster-admin-binding",
    .accessControl,
    .error,
    rationale:
      "Whoever is bound to 'cluster-admin', or to a role of the same rules, owns the cluster or the namespace.",
    remediation: "Bind a role with the rules that are needed.",
    aliases: [
      .datree: ["CIS_INVALID_ROLE_CLUSTER_ADMIN"],
      .kics: ["Cluster Admin Rolebinding With Superuser Permissions"],
      .kubeLinter: ["cluster-admin-role-binding"],
      .kubescape: ["C-0035", "C-0272"],
      .kyverno: ["restrict-binding-clusteradmin"],
      .polaris: [
        "clusterrolebindingClusterAdmin", "rolebindingClusterAdminClusterRole", "rolebindingClusterAdminRole",
      ],
      .trivy: ["KSV-0111"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: team}
        subjects:
        - {kind: Group, apiGroup: rbac.authorization.k8s.io, name: team}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: «view|cluster-admin»}
        """
      ),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: team, namespace: a}
        subjects:
        - {kind: Group, apiGroup: rbac.authorization.k8s.io, name: team}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, ↓name: all}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: all, namespace: a}
        rules:
        - apiGroups: ["*"]
          resources: ["*"]
          verbs: [«get|"*"»]
        """
      ),
    ],
    check: .object(["ClusterRoleBinding", "RoleBinding"]) { binding, context, report in
      let reference = binding.root["roleRef"]
      guard let name = reference["name"].written else { return }
      let role = context.objects.object(
        reference["kind"].text ?? "Role",
        of: "rbac.authorization.k8s.io",
        named: name,
        in: binding.namespace
      )
      if name == "cluster-admin" || role.map({ accessRules(of: $0).contains(where: \.isUnlimited) }) ?? false
      {
        report.flag(reference["name"], "is '\(name)', which may do everything", of: binding)
      }
    }
  )
}
