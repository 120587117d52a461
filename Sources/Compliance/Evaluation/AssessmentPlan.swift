package import Diagnostics
package import Linting

/// Which rules are asked about which units.
///
/// Units are assessed one by one, in any order and by several workers; nothing of a unit is kept but its outcomes.
package struct AssessmentPlan: Sendable {
  /// By name.
  private let units: [UnitIdentity]
  /// By id.
  private let frameworks: [Framework]
  /// By name, each with the names of its units: those that some framework with the rule is about.
  private let rules: [(rule: ComplianceRule, units: Set<String>)]
  /// Why a rule cannot be asked at all.
  private let problems: [String?]
  private let configuration: LintConfiguration

  /// - Parameters:
  ///   - units: What is to be assessed; names are unique.
  ///   - frameworks: The frameworks to evaluate.
  ///   - configuration: What lint rules are told; which of them run follows from the frameworks.
  package init(_ units: [UnitIdentity], by frameworks: [Framework], _ configuration: LintConfiguration) {
    self.units = units.sorted { $0.name < $1.name }
    self.frameworks = frameworks.sorted { $0.id < $1.id }
    var unitsOfRule: [String: Set<String>] = [:]
    for framework in frameworks {
      let scope = units.filter(framework.includes).map(\.name)
      for rule in framework.rules { unitsOfRule[rule, default: []].formUnion(scope) }
    }
    rules = unitsOfRule.compactMap { name, units in
      ComplianceRule.named(name).map { (rule: $0, units: units) }
    }.sorted { $0.rule.name < $1.rule.name }
    let wanted = Set(rules.flatMap(\.rule.lintRules))
    var configuration = configuration
    configuration.profile = .standard
    configuration.switches = Dictionary(
      uniqueKeysWithValues: LintRule.all.map { ($0.name, wanted.contains($0.name)) }
    )
    self.configuration = configuration
    problems = rules.map { $0.rule.problem(configuration) }
  }

  /// What every rule finds in one of the units.
  package func assess(_ unit: AssessedUnit) -> UnitAssessment {
    let name = unit.identity.name
    let asked = rules.indices.filter { rules[$0].units.contains(name) && problems[$0] == nil }
    guard !asked.isEmpty else { return UnitAssessment(unit: name, outcomes: [:]) }
    let linted = LintedUnit(unit, configuration)
    return UnitAssessment(
      unit: name,
      outcomes: Dictionary(
        uniqueKeysWithValues: asked.map { ($0, UnitOutcomes(name, linted.subjects(of: rules[$0].rule))) }
      )
    )
  }

  /// What follows for the frameworks; the same units, waivers and day give the same result, in whatever order they come.
  ///
  /// - Parameters:
  ///   - assessments: Those of the units that could be assessed; the others count nowhere.
  ///   - waivers: Failures that somebody answers for.
  ///   - requirements: What the gate asks.
  ///   - day: The day of the run, on which waivers hold or not.
  ///   - findings: Where waivers that are expired or cover nothing are reported.
  /// - Returns: Every outcome, the scores and the gate.
  package func conclude(
    _ assessments: [UnitAssessment],
    waivers: [Waiver],
    requirements: GateRequirements,
    asOf day: Day,
    reporting findings: inout Findings
  ) -> ComplianceResult {
    let assessments = assessments.sorted { $0.unit < $1.unit }
    var results = rules.indices.map { index in
      RuleResult(
        rule: rules[index].rule,
        units: assessments.compactMap { $0.outcomes[index] },
        problem: problems[index]
      )
    }
    let waived = waive(&results, by: waivers.sorted { $0.name < $1.name }, asOf: day, reporting: &findings)
    let score = Score(results)
    let assessed = Set(assessments.map(\.unit))
    return ComplianceResult(
      asOf: day,
      rules: results,
      frameworks: frameworks.map { framework in
        let scope = units.filter { framework.includes($0) && assessed.contains($0.name) }.map(\.name)
        return FrameworkResult(framework, units: scope, results)
      },
      score: score,
      gate: gateConditions(results, waived, score, requirements),
      waivers: waived
    )
  }
}

/// What every rule found in one unit.
package struct UnitAssessment: Sendable {
  let unit: String
  /// By the place of the rule in the plan.
  let outcomes: [Int: UnitOutcomes]
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
