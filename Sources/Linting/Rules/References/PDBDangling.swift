internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of disruption budgets for nobody.
  static let pdbDangling = LintRule(
    "SPAI3013",
    "pdb-dangling",
    .references,
    .warning,
    rationale: "A budget that selects no pod protects none: a drain takes all pods that it was for at once.",
    remediation: "Write the labels of the pods into 'spec.selector', or remove the budget.",
    aliases: [
      .popeye: ["POP-900"]
    ],
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: api, namespace: a}
        spec:
          ↓selector: {matchLabels: {app: «api|apo»}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          containers: [{name: api}]
        """
      )
    ],
    check: .object(["PodDisruptionBudget"]) { budget, context, report in
      let selector = budget.spec["selector"], set = context.objects
      // Where the set has no pod of the namespace at all, they are defined elsewhere.
      guard !selector.isEmpty, !set.podNumbers(in: budget.namespace).isEmpty,
        set.podNumbers(selectedBy: selector, in: budget.namespace).isEmpty
      else { return }
      report.flag(selector, "selects no pod", of: budget)
    }
  )
}
