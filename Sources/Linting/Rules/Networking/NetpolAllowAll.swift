internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of policies that let everything through.
  static let netpolAllowAll = LintRule(
    "SPAI2403",
    "netpol-allow-all",
    .networking,
    .warning,
    in: .strict,
    rationale:
      "A rule without peers and ports lets everybody in, or out to everywhere, whatever other policies say.",
    remediation: "Name the peers and the ports that are needed.",
    aliases: [
      .kubeaudit: ["AllowAllIngressNetworkPolicyExists", "AllowAllEgressNetworkPolicyExists"],
      .popeye: ["POP-1203"],
    ],
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: {}
          ingress:
          - «from: [{podSelector: {}}]|{}»
        """
      ),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress:
          - to:
            - ipBlock:
                cidr: «10.0.0.0/8|0.0.0.0/0»
        """
      ),
    ],
    check: .object(["NetworkPolicy"]) { object, _, report in
      guard object.group == "networking.k8s.io" else { return }
      let policy = NetworkPolicy(object)
      for direction in [NetworkPolicy.Direction.ingress, .egress] {
        for rule in policy.rules(direction) where rule["ports"].isEmpty {
          let peers = rule[direction == .ingress ? "from" : "to"]
          if peers.isEmpty {
            report.flag(rule, "lets everything through", of: object)
          } else if let world = peers.items.map({ $0["ipBlock"] }).first(where: isWorld) {
            report.flag(world["cidr"], "is every address, on every port", of: object)
          }
        }
      }
    }
  )
}
