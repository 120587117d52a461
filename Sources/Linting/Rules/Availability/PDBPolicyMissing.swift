internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of budgets without a number.
  static let pdbPolicyMissing = LintRule(
    "SPAI2321",
    "pdb-policy-missing",
    .availability,
    .warning,
    rationale: "A budget without a number does not say what it protects, and may hold up every drain.",
    remediation: "Write 'maxUnavailable: 1', or 'minAvailable'.",
    aliases: [.kubeScore: ["poddisruptionbudget-has-policy"]],
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: api}
        ↓spec:
          selector: {matchLabels: {app: api}}
          «maxUnavailable: 1|»
        """
      )
    ],
    check: .object(["PodDisruptionBudget"]) { object, _, report in
      guard !object.spec["maxUnavailable"].isPresent, !object.spec["minAvailable"].isPresent else { return }
      report.flag(object.spec, "has neither 'maxUnavailable' nor 'minAvailable'", of: object)
    }
  )
}
