internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of single users, and of groups that are not on the list.
  static let rbacUnknownSubject = LintRule(
    "SPAI2532",
    "rbac-unknown-subject",
    .accessControl,
    .note,
    in: .all,
    rationale:
      "Who leaves a group of the directory loses its rights; who is named here keeps them until somebody thinks of it.",
    remediation:
      "Bind a group of the directory, and name it under 'audit.groups'.",
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: team, namespace: a}
        subjects:
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: «payments|everybody»
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
        """,
        settings: { $0.audit.groups = ["payments"] }
      ),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: team, namespace: a}
        subjects:
        - ↓kind: «Group|User»
          apiGroup: rbac.authorization.k8s.io
          name: payments
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
        """
      ),
    ],
    check: .object(["ClusterRoleBinding", "RoleBinding"]) { binding, context, report in
      let groups = context.settings.audit.groups
      for subject in binding.root["subjects"].items {
        let name = subject["name"], text = name.text ?? ""
        switch subject["kind"].text {
        case "User" where !text.hasPrefix("system:"):
          report.flag(subject["kind"], "binds a single user, \(name.shown)", of: binding)
        case "Group" where !groups.isEmpty && !groups.contains(text) && !text.hasPrefix("system:"):
          report.flag(name, "is \(name.shown), a group that is not on the list", of: binding)
        default: continue
        }
      }
    }
  )
}
