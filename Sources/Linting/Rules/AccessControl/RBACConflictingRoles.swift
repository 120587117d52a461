internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of subjects that hold two roles of which nobody should hold both.
  static let rbacConflictingRoles = LintRule(
    "SPAI2533",
    "rbac-conflicting-roles",
    .accessControl,
    .note,
    in: .all,
    rationale:
      "Who can both make a change and approve it needs nobody else to do harm, or to make a mistake.",
    remediation:
      "Bind the roles to different groups; 'audit.conflictingRoles' says which ones.",
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: deploy, namespace: a}
        subjects: [{kind: Group, name: payments}]
        roleRef: {kind: Role, name: deployer}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: approve, namespace: a}
        subjects:
        - kind: Group
          name: «audit|payments»
        roleRef: {kind: Role, name: approver}
        """,
        settings: { $0.audit.conflictingRoles = [["deployer", "approver"]] }
      )
    ],
    check: .set(about: .kinds(["ClusterRoleBinding", "RoleBinding"])) { set, context, report in
      var held: [String: [(role: Set<String>, name: String)]] = [:]
      for binding in set.ofKind("ClusterRoleBinding") + set.ofKind("RoleBinding") {
        let name = binding.root["roleRef"]["name"].text ?? ""
        let role: Set = [name, "\(binding.namespace ?? "")/\(name)"]
        for subject in binding.root["subjects"].items {
          let key = ["kind", "namespace", "name"].map { subject[$0].text ?? "" }.joined(separator: "/")
          for pair in context.settings.audit.conflictingRoles where !role.isDisjoint(with: pair) {
            let other = held[key]?.first { !$0.role.isDisjoint(with: pair) && $0.role.isDisjoint(with: role) }
            guard let other else { continue }
            report.flag(subject["name"], "has the roles '\(other.name)' and '\(name)'", of: binding)
          }
          held[key, default: []].append((role, name))
        }
      }
    }
  )
}
