internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of rights for the account that every pod has.
  static let rbacDefaultSABound = LintRule(
    "SPAI2520",
    "rbac-default-sa-bound",
    .accessControl,
    .warning,
    rationale: "Each pod of the namespace that names no account of its own gets the rights of this one.",
    remediation: "Make a service account for the workload that needs the role.",
    aliases: [
      .checkov: ["CKV_K8S_42"],
      .kics: ["Role Binding To Default Service Account"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: team, namespace: a}
        subjects:
        - kind: ServiceAccount
          name: «worker|default»
          namespace: a
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: worker, namespace: a}
        """
      )
    ],
    check: .object(["ClusterRoleBinding", "RoleBinding"]) { binding, _, report in
      for subject in binding.root["subjects"].items where subject["kind"].text == "ServiceAccount" {
        if subject["name"].text == "default" {
          report.flag(subject["name"], "is 'default', which every pod may have", of: binding)
        }
      }
    }
  )
}
