internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of budgets that ask for every replica there is.
  static let pdbMinAvailableGeReplicas = LintRule(
    "SPAI2323",
    "pdb-min-available-ge-replicas",
    .availability,
    .warning,
    rationale: "A budget that needs all replicas blocks the drain of every node with one of them.",
    remediation: "Lower 'minAvailable' below the number of replicas, or write 'maxUnavailable: 1' instead.",
    aliases: [
      .gatekeeper: ["poddisruptionbudget"], .kubeLinter: ["pdb-min-available"],
      .kyverno: [
        "pdb-minavailable-check", "deployment-replicas-higher-than-pdb", "require-reasonable-pdbs",
        "require-replicas-allow-disruption",
      ], .popeye: ["POP-901"],
    ],
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: api, namespace: a}
        spec:
          selector: {matchLabels: {app: api}}
          minAvailable: «50%|60%»
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec: {replicas: 2, template: {metadata: {labels: {app: api}}}}
        """
      ),
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: api, namespace: a}
        spec: {selector: {matchLabels: {app: api}}, minAvailable: «99%|100%»}
        """
      ),
    ],
    check: .set(about: .kinds(["PodDisruptionBudget"])) { objects, _, report in
      for (budget, workloads) in objects.budgets where workloads.allSatisfy(\.autoscalers.isEmpty) {
        let least = budget.spec["minAvailable"], replicas = workloads.reduce(0) { $0 + $1.fewest }
        if least.percent ?? 0 >= 100 {
          report.flag(least, "is \(least.shown), which blocks every drain", of: budget)
        } else if replicas > 0, let count = least.share(of: replicas, roundingUp: true), count >= replicas {
          let fault = "keeps \(count) of \(replicas) replicas, which blocks every drain"
          report.flag(least, fault, of: budget, beside: workloads.first.map { ($0.replicas, "the replicas") })
        }
      }
    }
  )
}
