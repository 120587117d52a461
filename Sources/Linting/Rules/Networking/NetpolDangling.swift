internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of policies that select nothing.
  static let netpolDangling = LintRule(
    "SPAI2405",
    "netpol-dangling",
    .networking,
    .warning,
    rationale:
      "A policy whose selector matches no pod protects nothing, and the pods that it was for are open.",
    remediation: "Write the labels of the pods into 'podSelector', or remove the policy.",
    aliases: [
      .kics: ["Network Policy Is Not Targeting Any Pod"],
      .kubeLinter: ["dangling-networkpolicy"],
      .kubeScore: ["networkpolicy-targets-pod"],
      .kubescape: ["C-0299"],
      .popeye: ["POP-1200"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec: {containers: [{name: api}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: {matchLabels: {app: «api|web»}}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec: {containers: [{name: api}]}
        ---
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: db, namespace: a}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db, namespace: a}
        spec:
          podSelector: {matchLabels: {cnpg.io/cluster: «db|data»}}
        """
      ),
    ],
    check: .object(["NetworkPolicy"]) { object, context, report in
      guard object.group == "networking.k8s.io" else { return }
      let policy = NetworkPolicy(object), set = context.objects
      // Where the set has no pod of the namespace at all, they are defined elsewhere.
      guard !policy.selectsAll, policy.podSelector.isPresent, !set.podNumbers(in: object.namespace).isEmpty,
        set.podNumbers(selectedBy: policy.podSelector, in: object.namespace).isEmpty,
        !DatabaseCluster.isSelected(by: policy.podSelector, in: [object.namespace], of: set)
      else { return }
      report.flag(policy.podSelector, "selects no pod", of: object)
    }
  )
}
