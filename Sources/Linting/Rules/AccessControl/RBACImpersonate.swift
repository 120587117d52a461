internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses roles that act as others.
  static let rbacImpersonate = LintRule(
    "SPAI2510",
    "rbac-impersonate",
    .accessControl,
    .error,
    rationale: "Who impersonates users or groups has all that they have, up to the cluster.",
    remediation: "Remove the verb, or name whom it is for in 'resourceNames'.",
    aliases: [
      .checkov: ["CKV2_K8S_3"],
      .kics: ["RBAC Roles with Impersonate Permission"],
      .kubescape: ["C-0065"],
      .trivy: ["KSV-0043"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: reader}
        rules:
        - apiGroups: [""]
          resources: [users]
          verbs: [get«|, impersonate»]
        """
      )
    ],
    check: .object(["ClusterRole", "Role"]) { role, _, report in
      for rule in accessRules(of: role) where !rule.isNamed {
        for verb in rule.field["verbs"].items where verb.text == "impersonate" {
          report.flag(verb, "is 'impersonate'", of: role)
        }
      }
    }
  )
}
