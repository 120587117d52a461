internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of bindings to roles that do not exist.
  static let rbacDanglingRoleref = LintRule(
    "SPAI2522",
    "rbac-dangling-roleref",
    .accessControl,
    .warning,
    rationale:
      "The binding grants nothing, until somebody makes a role of that name with rules of their own.",
    remediation: "Write the name of the role that is meant, or remove the binding.",
    aliases: [
      .polaris: ["clusterrolebindingPodExecAttach", "rolebindingRolePodExecAttach"],
      .popeye: ["POP-1300"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: team, namespace: a}
        subjects:
        - {kind: User, apiGroup: rbac.authorization.k8s.io, name: ann}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: «reader|raeder»}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
        """
      )
    ],
    check: .set(about: .referring(.role)) { _, context, report in
      report.flagMissing(.role, in: context)
    }
  )
}
