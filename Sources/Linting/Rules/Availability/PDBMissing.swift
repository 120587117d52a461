internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of services of which a drain may take every replica.
  static let pdbMissing = LintRule(
    "SPAI2320",
    "pdb-missing",
    .availability,
    .warning,
    in: .strict,
    rationale: "Without a budget, nodes that are drained together take all replicas away together.",
    remediation: "Add a PodDisruptionBudget that selects the pods, for instance with 'maxUnavailable: 1'.",
    aliases: [
      .kics: ["Deployment Without PodDisruptionBudget", "StatefulSet Without PodDisruptionBudget"],
      .kubeScore: ["deployment-has-poddisruptionbudget", "statefulset-has-poddisruptionbudget"],
      .kyverno: ["require-pdb"], .polaris: ["missingPodDisruptionBudget"], .popeye: ["POP-206"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        ↓kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          replicas: 2
          template: {metadata: {labels: {app: api}}}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: api, namespace: a}
        spec: {maxUnavailable: 1, selector: {matchLabels: {app: «api|apo»}}}
        """
      )
    ],
    check: .set(about: .kinds(["Deployment", "Rollout", "StatefulSet"])) { objects, _, report in
      for workload in objects.workloads
      where workload.isSpreadable && workload.fewest > 1 && workload.budgets.isEmpty {
        report.flag(workload.object.root, "has no PodDisruptionBudget", of: workload.object)
      }
    }
  )
}
