internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods that no NetworkPolicy holds.
  static let netpolMissingForPod = LintRule(
    "SPAI2401",
    "netpol-missing-for-pod",
    .networking,
    .warning,
    in: .strict,
    rationale:
      "A pod that no policy selects talks to every pod of the cluster and is reached by each of them.",
    remediation: "Write a NetworkPolicy of both types that selects the pods, or one for the whole namespace.",
    aliases: [
      .checkov: ["CKV2_K8S_6"],
      .kics: ["Pod Misconfigured Network Policy"],
      .kubeLinter: ["non-isolated-pod"],
      .kubeScore: ["pod-networkpolicy"],
      .kubescape: ["C-0030", "C-0260"],
      .kyverno: ["require-network-policy"],
      .polaris: ["missingNetworkPolicy"],
      .popeye: ["POP-1204", "POP-1205"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec: {containers: [{name: api}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: api, namespace: a}
        spec:
          podSelector: {matchLabels: {app: «api|web»}}
          policyTypes: [Ingress, Egress]
        """
      )
    ],
    check: .set(about: .pods) { set, _, report in
      let isolation = NetworkIsolation(set)
      for (number, pod) in set.pods.enumerated() where !pod.spec["hostNetwork"].isTrue {
        let open = [NetworkPolicy.Direction.ingress, .egress].filter {
          !isolation.holds($0, ofPod: number)
        }
        guard !open.isEmpty else { continue }
        let directions = open.map { $0 == .ingress ? "ingress" : "egress" }.joined(separator: " and ")
        report.flag(pod.template, "makes pods whose \(directions) no NetworkPolicy holds", of: pod.owner)
      }
    }
  )
}
