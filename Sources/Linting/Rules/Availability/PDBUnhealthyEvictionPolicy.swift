internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of budgets that protect pods which do not work.
  static let pdbUnhealthyEvictionPolicy = LintRule(
    "SPAI2324",
    "pdb-unhealthy-eviction-policy",
    .availability,
    .note,
    in: .strict,
    rationale: "By default a pod that is not ready may hold up the drain of its node for ever.",
    remediation: "Write 'unhealthyPodEvictionPolicy: AlwaysAllow'.",
    aliases: [.kubeLinter: ["pdb-unhealthy-pod-eviction-policy"]],
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: api}
        ↓spec:
          maxUnavailable: 1
          selector: {matchLabels: {app: api}}
          «unhealthyPodEvictionPolicy: AlwaysAllow|»
        """
      )
    ],
    check: .object(["PodDisruptionBudget"]) { object, _, report in
      let policy = object.spec["unhealthyPodEvictionPolicy"]
      if policy.text != "AlwaysAllow" { report.flag(policy, "is not 'AlwaysAllow'", of: object) }
    }
  )
}
