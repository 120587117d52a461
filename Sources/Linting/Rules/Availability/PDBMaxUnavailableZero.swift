internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of budgets that allow no disruption at all.
  static let pdbMaxUnavailableZero = LintRule(
    "SPAI2322",
    "pdb-max-unavailable-zero",
    .availability,
    .warning,
    rationale: """
      A budget of nothing blocks the drain of every node with such a pod: no upgrade of the cluster gets past \
      it.
      """,
    remediation: "Write 'maxUnavailable: 1' or more.",
    aliases: [
      .gatekeeper: ["poddisruptionbudget"], .kubeLinter: ["pdb-max-unavailable"],
      .kyverno: ["pdb-maxunavailable", "pdb-maxunavailable-with-deployments"],
      .polaris: ["pdbDisruptionsIsZero"],
    ],
    examples: [
      Example(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: api}
        spec:
          selector: {matchLabels: {app: api}}
          maxUnavailable: «1|0%»
        """
      )
    ],
    check: .object(["PodDisruptionBudget"]) { object, _, report in
      let most = object.spec["maxUnavailable"]
      guard most.integer == 0 || most.percent == 0 else { return }
      report.flag(most, "is \(most.textOrNumber ?? "0"), which blocks every drain", of: object)
    }
  )
}
