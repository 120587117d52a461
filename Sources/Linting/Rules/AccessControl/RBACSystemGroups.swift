internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses bindings to everybody.
  static let rbacSystemGroups = LintRule(
    "SPAI2503",
    "rbac-system-groups",
    .accessControl,
    .error,
    rationale:
      "The groups of all users, of anonymous ones and 'system:masters' are not yours to fill: strangers are in them.",
    remediation: "Bind the users, groups or service accounts that need the role.",
    aliases: [
      .datree: ["CIS_INVALID_VALUE_SYSTEM_MASTERS"],
      .gatekeeper: ["disallowanonymous"],
      .kubescape: ["C-0262"],
      .kyverno: ["restrict-binding-system-groups", "disallow-self-provisioner-binding"],
      .trivy: ["KSV-0122", "KSV-0123", "KSV-01011"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: team, namespace: a}
        subjects:
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: «team|system:authenticated»
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
        """
      )
    ],
    check: .object(["ClusterRoleBinding", "RoleBinding"]) { binding, _, report in
      let strangers: Set<String> = [
        "system:anonymous", "system:authenticated", "system:masters", "system:unauthenticated",
      ]
      for subject in binding.root["subjects"].items where subject["kind"].text != "ServiceAccount" {
        let name = subject["name"]
        if strangers.contains(name.text ?? "") {
          report.flag(name, "is \(name.shown), a group or user that is not yours", of: binding)
        }
      }
    }
  )
}
