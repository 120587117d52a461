internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of namespaces without a policy that denies by default.
  static let netpolMissingInNamespace = LintRule(
    "SPAI2402",
    "netpol-missing-in-namespace",
    .networking,
    .warning,
    in: .strict,
    rationale: "Without a policy for all pods, each new pod is open until somebody thinks of it.",
    remediation:
      "Add a NetworkPolicy to the namespace with 'podSelector: {}', both policy types, and no rules.",
    aliases: [
      .kubeaudit: [
        "MissingDefaultDenyIngressNetworkPolicy", "MissingDefaultDenyEgressNetworkPolicy",
        "MissingDefaultDenyIngressAndEgressNetworkPolicy",
      ],
      .kubescape: ["C-0049", "C-0054", "C-0206", "C-0301"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: Namespace
        metadata: {name: a}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: default-deny, namespace: «a|b»}
        spec:
          podSelector: {}
          policyTypes: [Ingress, Egress]
        """
      )
    ],
    check: .set(about: .kinds(["Namespace"])) { set, _, report in
      var held: [String: Set<NetworkPolicy.Direction>] = [:]
      for policy in set.ofKind("NetworkPolicy", of: "networking.k8s.io").map(NetworkPolicy.init)
      where policy.selectsAll {
        for direction in [NetworkPolicy.Direction.ingress, .egress] where policy.holds(direction) {
          held[policy.object.namespace ?? "default", default: []].insert(direction)
        }
      }
      for namespace in set.ofKind("Namespace", of: "") {
        let found = held[namespace.name] ?? []
        guard found.count < 2 else { continue }
        let missing = found.isEmpty ? "any direction" : found.contains(.ingress) ? "egress" : "ingress"
        report.flag(
          namespace.root,
          "has no NetworkPolicy for all its pods that holds \(missing)",
          of: namespace
        )
      }
    }
  )
}
