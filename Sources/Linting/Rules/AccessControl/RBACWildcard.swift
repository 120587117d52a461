internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that grant all there is and all to come.
  static let rbacWildcard = LintRule(
    "SPAI2501",
    "rbac-wildcard",
    .accessControl,
    .warning,
    rationale: "A '*' grants also what is installed later, and verbs such as 'escalate' that nobody meant.",
    remediation: "Write the verbs, the resources and the API groups that are needed.",
    aliases: [
      .checkov: ["CKV_K8S_49"],
      .datree: ["CIS_INVALID_WILDCARD_ROLE"],
      .kics: ["RBAC Wildcard In Rule"],
      .kubeLinter: ["wildcard-in-rules"],
      .kubescape: ["C-0187"],
      .kyverno: ["restrict-wildcard-resources", "restrict-wildcard-verbs"],
      .sonar: ["S6867"],
      .trivy: ["KSV-0044", "KSV-0045", "KSV-0046", "KSV-0112"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: reader}
        rules:
        - apiGroups: [""]
          resources: [«pods|"*"»]
          verbs: [get]
        """
      ),
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [«get|"*"»]
        """
      ),
    ],
    check: .object(["ClusterRole", "Role"]) { role, _, report in
      for rule in accessRules(of: role) {
        if let wildcard = rule.wildcard { report.flag(wildcard, "is '*'", of: role) }
      }
    }
  )
}
