internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that change the network.
  static let rbacNetworkManage = LintRule(
    "SPAI2517",
    "rbac-network-manage",
    .accessControl,
    .note,
    in: .all,
    rationale:
      "Who writes Services, routes or NetworkPolicies opens pods to others, and draws their traffic.",
    remediation: "Leave the network to the GitOps engine.",
    aliases: [
      .checkov: ["CKV2_K8S_4"],
      .trivy: ["KSV-0056"],
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: a}
        rules:
        - apiGroups: ["networking.k8s.io"]
          resources: [«ingressclasses|networkpolicies»]
          verbs: [get, update]
        """
      )
    ],
    check: .grant(
      of: ["create", "update", "patch"],
      on: ["services", "services/status", "ingresses", "networkpolicies", "httproutes", "gateways"],
      in: nil
    )
  )
}
