/// What has to hold for a run to be let through.
package struct GateRequirements: Sendable {
  /// The adjusted score has to be strictly above.
  package var threshold: Fraction
  /// Fewer evaluated rules than this are no evidence; an empty folder is never a full score.
  package var leastRules: Int

  package init(threshold: Fraction = Fraction(95, 100), leastRules: Int = 1) {
    self.threshold = threshold
    self.leastRules = leastRules
  }
}

/// One condition of the gate, and whether it holds.
package struct GateCondition: Hashable, Sendable {
  package let kind: Kind
  package let holds: Bool
  /// What was found, in a few words.
  package let explanation: String

  /// The conditions; all must hold.
  package enum Kind: String, CaseIterable, Sendable {
    case score
    case noCriticalFailure = "no-critical-failure"
    case noRuleError = "no-rule-error"
    case noExpiredWaiver = "no-expired-waiver"
    case enoughRules = "enough-rules"
  }
}

/// Every condition of the gate.
func gateConditions(
  _ results: [RuleResult],
  _ waivers: [WaiverResult],
  _ score: Score,
  _ requirements: GateRequirements
) -> [GateCondition] {
  let critical = results.filter { $0.rule.severity == .critical && $0.count(of: .failed) > 0 }.map(
    \.rule.name
  )
  let broken = results.filter { $0.count(of: .error) > 0 }.map(\.rule.name)
  let expired = waivers.filter { $0.state == .expired }.map(\.waiver.name)
  func listed(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
  return [
    GateCondition(
      kind: .score,
      holds: score.adjusted.map { $0 > requirements.threshold } ?? false,
      explanation: "\(score.text); more than \(requirements.threshold.percent) is needed"
    ),
    GateCondition(
      kind: .noCriticalFailure,
      holds: critical.isEmpty,
      explanation: "critical rules that fail without a waiver: \(listed(critical))"
    ),
    GateCondition(
      kind: .noRuleError,
      holds: broken.isEmpty,
      explanation: "rules with errors: \(listed(broken))"
    ),
    GateCondition(
      kind: .noExpiredWaiver,
      holds: expired.isEmpty,
      explanation: "expired waivers: \(listed(expired))"
    ),
    GateCondition(
      kind: .enoughRules,
      holds: score.rules >= requirements.leastRules,
      explanation: "evaluated rules: \(score.rules); needed: \(requirements.leastRules)"
    ),
  ]
}
