internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of policies that open something for every pod of their namespace.
  static let netpolSelectorUsage = LintRule(
    "SPAI2404",
    "netpol-selector-usage",
    .networking,
    .note,
    in: .all,
    rationale: "A rule for all pods opens also those that nobody thought of; only denials are right for all.",
    remediation: "Select the pods that need the rule in 'podSelector'.",
    aliases: [
      .kyverno: ["restrict-networkpolicy-empty-podselector"],
      .trivy: ["KSV-0038"],
    ],
    examples: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: «{matchLabels: {app: api}}|{}»
          ingress:
          - from: [{podSelector: {}}]
        """
      )
    ],
    check: .object(["NetworkPolicy"]) { object, _, report in
      guard object.group == "networking.k8s.io" else { return }
      let policy = NetworkPolicy(object)
      if policy.selectsAll, !policy.rules(.ingress).isEmpty {
        report.flag(policy.podSelector, "is empty, which opens every pod of the namespace", of: object)
      }
    }
  )
}
