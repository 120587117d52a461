internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses roles that can give themselves more.
  static let rbacEscalateBind = LintRule(
    "SPAI2509",
    "rbac-escalate-bind",
    .accessControl,
    .error,
    rationale: "The verbs 'escalate' and 'bind' lift the check that nobody grants more than one has.",
    remediation: "Remove the verb, or name the roles that may be bound in 'resourceNames'.",
    aliases: [
      .checkov: ["CKV_K8S_157", "CKV_K8S_158", "CKV2_K8S_1"],
      .datree: ["CIS_INVALID_VALUE_BIND_IMPERSONATE_ESCALATE"],
      .kics: ["RBAC Roles Allow Privilege Escalation"],
      .kubescape: ["C-0191"],
      .kyverno: ["restrict-escalation-verbs-roles"],
      .trivy: ["KSV-0050", "KSV-0051", "KSV-0052", "KSV-0055"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: reader}
        rules:
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [clusterroles]
          verbs: [get«|, escalate»]
        """
      )
    ],
    check: .object(["ClusterRole", "Role"]) { role, _, report in
      for rule in accessRules(of: role) where !rule.isNamed {
        for verb in rule.field["verbs"].items where ["bind", "escalate"].contains(verb.text ?? "") {
          report.flag(verb, "is \(verb.shown)", of: role)
        }
      }
    }
  )
}
