internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses two budgets for the same pods.
  static let pdbMultipleMatch = LintRule(
    "SPAI2325",
    "pdb-multiple-match",
    .availability,
    .error,
    rationale: """
      An eviction that two budgets are asked for is refused with an error: no node with such a pod can be \
      drained.
      """,
    remediation: "Remove one of the budgets, or narrow its selector.",
    aliases: [.popeye: ["POP-209"]],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec: {replicas: 3, template: {metadata: {labels: {app: api}}}}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: api, namespace: a}
        spec: {maxUnavailable: 1, selector: {matchLabels: {app: api}}}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: all, namespace: a}
        spec:
          maxUnavailable: 1
          «|↓»selector: {matchLabels: {app: «web|api»}}
        """
      )
    ],
    check: .set(about: .kinds(["PodDisruptionBudget"])) { objects, _, report in
      for workload in objects.workloads {
        guard let first = workload.budgets.first,
          // The same name is the same object, which another folder has for another cluster.
          let second = workload.budgets.first(where: { $0.name != first.name })
        else { continue }
        let owner = "\(workload.object.kind) '\(workload.object.name)'"
        report.flag(
          second.spec["selector"],
          "selects the pods of \(owner), as '\(first.name)' does",
          of: second,
          beside: (first.spec["selector"], "the other budget")
        )
      }
    }
  )
}
