internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of peers in policies that are nobody.
  static let netpolPeerDangling = LintRule(
    "SPAI2406",
    "netpol-peer-dangling",
    .networking,
    .warning,
    in: .strict,
    rationale:
      "A peer that selects no pod lets nobody through: the traffic that the rule was for is dropped.",
    remediation: "Write the labels of the peer's pods and of its namespace into the selectors.",
    aliases: [
      .kubeLinter: ["dangling-networkpolicypeer-podselector"],
      .popeye: ["POP-1201", "POP-1202", "POP-1206", "POP-1207", "POP-1208"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: a, labels: {app: web}}
        spec: {containers: [{name: web}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: {}
          ingress:
          - from:
            - podSelector: {matchLabels: {app: «web|wep»}}
        """
      )
    ],
    check: .set(about: .kinds(["NetworkPolicy"])) { set, _, report in
      for object in set.ofKind("NetworkPolicy", of: "networking.k8s.io") {
        let policy = NetworkPolicy(object)
        let rules = policy.rules(.ingress).map { $0["from"] } + policy.rules(.egress).map { $0["to"] }
        for peer in rules.flatMap(\.items) where !peer["podSelector"].isEmpty {
          let selector = peer["namespaceSelector"]
          let scopes =
            selector.isPresent ? set.namespaces(selectedBy: selector) : [object.namespace ?? "default"]
          // What the set has no pod of is defined elsewhere.
          guard !scopes.isEmpty, scopes.allSatisfy({ !set.podNumbers(in: $0).isEmpty }),
            scopes.allSatisfy({ set.podNumbers(selectedBy: peer["podSelector"], in: $0).isEmpty }),
            !DatabaseCluster.isSelected(by: peer["podSelector"], in: scopes, of: set)
          else { continue }
          report.flag(peer["podSelector"], "selects no pod", of: object)
        }
      }
    }
  )
}
