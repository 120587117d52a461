internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that open tunnels into pods.
  static let rbacPodPortforward = LintRule(
    "SPAI2507",
    "rbac-pod-portforward",
    .accessControl,
    .warning,
    in: .strict,
    rationale: "A forwarded port reaches what NetworkPolicies and the gateway keep closed.",
    remediation: "Grant it for the time of an incident, to those on duty.",
    aliases: [
      .kics: ["RBAC Roles with Port-Forwarding Permission"],
      .kubescape: ["C-0063"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: [""]
          resources: [«pods/log|pods/portforward»]
          verbs: [create]
        """
      )
    ],
    check: .grant(of: ["create", "get"], on: ["pods/portforward"], in: "")
  )
}
