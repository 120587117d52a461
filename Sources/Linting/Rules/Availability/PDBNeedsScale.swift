internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of budgets that cannot be counted.
  static let pdbNeedsScale = LintRule(
    "SPAI2326",
    "pdb-needs-scale",
    .availability,
    .warning,
    rationale: """
      The pods of Jobs, and pods of their own, have no number of replicas to take a share of: such a budget \
      allows nothing.
      """,
    remediation: "Write 'minAvailable' as a number, or select only pods of a workload with replicas.",
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: train, namespace: a}
        spec:
          selector: {matchLabels: {app: train}}
          «minAvailable|maxUnavailable»: 1
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train, namespace: a}
        spec: {template: {metadata: {labels: {app: train}}}}
        """
      )
    ],
    check: .object(["PodDisruptionBudget"]) { object, context, report in
      let least = object.spec["minAvailable"], most = object.spec["maxUnavailable"]
      guard let field = most.isPresent ? most : least.percent != nil ? least : nil else { return }
      let selector = object.spec["selector"]
      for kind in ["Pod"] + JobSpec.kinds {
        let owners = context.objects.ofKind(kind, in: object.namespace)
        let pods = owners.flatMap { owner in owner.ownPods }
        guard let pod = pods.first(where: { selector.isPresent && selector.selects($0.labels) }) else {
          continue
        }
        report.flag(field, "needs replicas to count, which \(kind) '\(pod.owner.name)' has not", of: object)
        return
      }
    }
  )
}
