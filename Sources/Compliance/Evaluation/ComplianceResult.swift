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

  /// The score of the units of each key, for instance of each tenant; units without a key are left out.
  package func scores<Key: Hashable>(by key: (String) -> Key?) -> [Key: Score] {
    var results: [Key: [RuleResult]] = [:]
    for rule in rules {
      for (key, result) in rule.grouped(by: key) { results[key, default: []].append(result) }
    }
    return results.mapValues { Score($0) }
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
