internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of rights for accounts that do not exist.
  static let rbacDanglingSubject = LintRule(
    "SPAI2523",
    "rbac-dangling-subject",
    .accessControl,
    .warning,
    rationale:
      "The account has no rights because its name is wrong, or whoever makes one of that name gets them.",
    remediation: "Write the name and the namespace of the service account that is meant.",
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: team, namespace: a}
        subjects:
        - kind: ServiceAccount
          name: «worker|wroker»
          namespace: a
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: worker, namespace: a}
        """
      )
    ],
    check: .set(about: .referring(.accountSubject)) { _, context, report in
      report.flagMissing(.accountSubject, in: context)
    }
  )
}
