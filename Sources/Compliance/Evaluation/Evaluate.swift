package import Diagnostics
package import Linting

/// What a run found: the one value that every report is made from.
package struct ComplianceResult: Sendable {
  package let asOf: Day
  /// By name; each rule about the units of all frameworks that use it.
  package let rules: [RuleResult]
  /// By id.
  package let frameworks: [FrameworkResult]
  /// Of all rules and units.
  package let score: Score
  package let gate: [GateCondition]
  /// By name.
  package let waivers: [WaiverResult]

  /// Whether every condition of the gate holds.
  package var isLetThrough: Bool { gate.allSatisfy(\.holds) }

  /// The score of some units only, for one tenant or one environment.
  package func score(of units: Set<String>) -> Score {
    Score(rules.map { $0.within(units) })
  }

  /// What has to stand below every report.
  package static let footer = """
    Static evidence from manifests only: enforcement in the cluster, processes and people were not examined.
    """
}

/// What a run found for one framework.
package struct FrameworkResult: Sendable {
  package let framework: Framework
  /// The names of the units that it is about, in the order of the run.
  package let units: [String]
  /// In the order of the framework.
  package let controls: [ControlResult]
  /// Its rules about its units, by name.
  package let rules: [RuleResult]
  package let score: Score

  /// How many controls with rules have an outcome.
  package func count(of outcome: ControlResult.Outcome) -> Int {
    controls.count { $0.outcome == outcome }
  }

  /// The line that stands for a percentage, which nobody could defend.
  package var summary: String {
    let universe = framework.universe
    let coverages: [(Framework.Coverage, String)] = [
      (.full, "full"), (.partial, "partial"), (.artefact, "artefact"),
    ]
    let counts = coverages.map { ($0.1, framework.count(of: $0.0)) }.filter { $0.1 > 0 }
    let evidence = counts.reduce(0) { $0 + $1.1 }
    let outcomes = ControlResult.Outcome.allCases.compactMap { outcome -> String? in
      let count = controls.count { $0.outcome == outcome && $0.control.coverage != .none }
      return count == 0 ? nil : "\(count) \(outcome.rawValue)"
    }
    return
      "\(framework.title) \(framework.version): \(universe.total) \(universe.unit); \(evidence) with manifest "
      + "evidence (\(counts.map { "\($0.1) \($0.0)" }.joined(separator: ", "))), "
      + "\(universe.total - evidence) not assessed. Controls: \(outcomes.joined(separator: ", "))."
  }
}

/// Evaluates frameworks on units.
///
/// Pure: the same units, frameworks, waivers and day give the same result, in whatever order they come.
///
/// - Parameters:
///   - units: What is assessed; names are unique.
///   - frameworks: The frameworks to evaluate.
///   - waivers: Failures that somebody answers for.
///   - configuration: What lint rules are told; which of them run follows from the frameworks.
///   - requirements: What the gate asks.
///   - day: The day of the run, on which waivers hold or not.
///   - findings: Where waivers that are expired or cover nothing are reported.
/// - Returns: Every outcome, the scores and the gate.
package func evaluate(
  _ units: [AssessedUnit],
  frameworks: [Framework],
  waivers: [Waiver],
  configuration: LintConfiguration = LintConfiguration(),
  requirements: GateRequirements = GateRequirements(),
  asOf day: Day,
  reporting findings: inout Findings
) -> ComplianceResult {
  let units = units.sorted { $0.name < $1.name }
  let frameworks = frameworks.sorted { $0.id < $1.id }
  let scopes = frameworks.map { framework in units.filter(framework.includes).map(\.name) }
  var unitsOfRule: [String: Set<String>] = [:]
  for (framework, scope) in zip(frameworks, scopes) {
    for rule in framework.rules { unitsOfRule[rule, default: []].formUnion(scope) }
  }
  let asked = unitsOfRule.compactMap { name, units in
    ComplianceRule.named(name).map { (rule: $0, units: units) }
  }
  var rules = results(of: asked, on: units, configuration)
  let waived = waive(&rules, by: waivers.sorted { $0.name < $1.name }, asOf: day, reporting: &findings)
  let score = Score(rules)
  return ComplianceResult(
    asOf: day,
    rules: rules,
    frameworks: zip(frameworks, scopes).map { FrameworkResult($0, units: $1, rules) },
    score: score,
    gate: gateConditions(rules, waived, score, requirements),
    waivers: waived
  )
}

extension FrameworkResult {
  fileprivate init(_ framework: Framework, units: [String], _ results: [RuleResult]) {
    self.framework = framework
    self.units = units
    let scope = Set(units)
    let names = Set(framework.rules)
    let own = results.filter { names.contains($0.rule.name) }.map { $0.within(scope) }
    rules = own
    let byName = Dictionary(uniqueKeysWithValues: own.map { ($0.rule.name, $0) })
    controls = framework.controls.map { assess($0, units: units.count, byName) }
    score = Score(own)
  }
}
