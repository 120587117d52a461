internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that change who is who on EKS.
  static let rbacawsAuth = LintRule(
    "SPAI2519",
    "rbac-aws-auth",
    .accessControl,
    .warning,
    rationale: "The ConfigMap 'aws-auth' maps accounts of AWS to groups: who writes it is an administrator.",
    remediation: "Use access entries of EKS, and remove the rule.",
    aliases: [
      .trivy: ["KSV-0115"]
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: [""]
          resources: [configmaps]
          resourceNames: [«other|aws-auth»]
          verbs: [update]
        """
      )
    ],
    check: .object(["ClusterRole", "Role"]) { role, _, report in
      for rule in accessRules(of: role) where rule.grant(of: writingVerbs, on: ["configmaps"], in: "") != nil
      {
        for name in rule.field["resourceNames"].items where name.text == "aws-auth" {
          report.flag(name, "is 'aws-auth'", of: role)
        }
      }
    }
  )
}
