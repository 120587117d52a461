internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of budgets that ask for every replica of a quiet hour.
  static let pdbMinGtHPAMin = LintRule(
    "SPAI2906",
    "pdb-min-gt-hpa-min",
    .autoscaling,
    .warning,
    rationale: """
      When the autoscaler is at its least, a budget that needs as many blocks the drain of every node with one \
      of them.
      """,
    remediation: """
      Lower 'minAvailable' below the least replicas of the autoscaler, or write 'maxUnavailable: 1' instead.
      """,
    aliases: [.polaris: ["pdbMinAvailableGreaterThanHPAMinReplicas"]],
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: api, namespace: a}
        spec:
          selector: {matchLabels: {app: api}}
          minAvailable: «1|2»
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec: {template: {metadata: {labels: {app: api}}}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec: {scaleTargetRef: {kind: Deployment, name: api}, minReplicas: 2, maxReplicas: 5}
        """
      )
    ],
    check: .set(about: .kinds(["PodDisruptionBudget"])) { objects, _, report in
      for (budget, workloads) in objects.budgets {
        guard let scaler = workloads.lazy.compactMap(\.autoscalers.first).first else { continue }
        let least = budget.spec["minAvailable"], replicas = workloads.reduce(0) { $0 + $1.fewest }
        guard let count = least.share(of: replicas, roundingUp: true), count >= replicas else { continue }
        let fault =
          "keeps \(count) replicas, and the least of \(scaler.object.kind) '\(scaler.object.name)' is \(replicas)"
        report.flag(least, fault, of: budget, beside: (scaler.least, "the least"))
      }
    }
  )
}
