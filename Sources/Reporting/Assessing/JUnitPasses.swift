/// How many of the results that passed a JUnit report shows; all others are shown always.
package enum JUnitPasses: String, CaseIterable, Sendable {
  /// None of them.
  case none
  /// One case a rule.
  case perRule = "per-rule"
  /// One case a rule and subject.
  case all
}

extension Assessment {
  /// The gate, and each rule by itself: a rule stands under many controls, and counts once here.
  func junitGroups() -> [CheckedGroup] {
    let passes = shownPasses()
    var groups = [gateGroup()]
    if passes != junitPasses {
      let count = rules.reduce(0) { $0 + $1.results.count }
      let instead = passes == nil ? "each rule is one case" : "passes are one case a rule"
      let smaller = CheckedCase(
        name: "fewer cases than asked for",
        className: "rules",
        outcome: .skipped(reason: "\(count) results, and consumers bear \(mostCases) cases: \(instead)")
      )
      groups.append(CheckedGroup(name: "rules", cases: [smaller]))
    }
    for rule in rules {
      let cases = passes.map { shown(rule, passes: $0) } ?? [counted(rule)]
      if !cases.isEmpty { groups.append(CheckedGroup(name: "rules/\(rule.name)", cases: cases)) }
    }
    return groups
  }

  /// What is asked for, or the next smaller view that consumers can bear; nil where only counts can be shown.
  private func shownPasses() -> JUnitPasses? {
    let passed = rules.reduce(0) { $0 + $1.count(of: .passed) }
    let others = rules.reduce(0) { $0 + $1.results.count } - passed
    if others > mostCases { return nil }
    return junitPasses == .all && passed + others > mostCases ? .perRule : junitPasses
  }

  private func gateGroup() -> CheckedGroup {
    CheckedGroup(
      name: "gate",
      cases: conditions.map { condition in
        CheckedCase(
          name: condition.name,
          className: "gate",
          outcome: condition.holds ? .passed : .failed([]),
          properties: [.init("explanation", condition.explanation)]
        )
      }
    )
  }

  private func shown(_ rule: Rule, passes: JUnitPasses) -> [CheckedCase] {
    let className = "rules.\(rule.name)"
    var cases: [CheckedCase] = []
    for result in rule.results where passes == .all || result.outcome.kind != .passed {
      cases.append(
        CheckedCase(
          name: subjects[result.subject].title,
          className: className,
          outcome: outcome(of: result),
          properties: [.init("severity", rule.severity)]
        )
      )
    }
    let passed = rule.count(of: .passed)
    if passes == .perRule, passed > 0 {
      cases.append(
        CheckedCase(
          name: "subjects that pass",
          className: className,
          outcome: .passed,
          properties: [
            .init("severity", rule.severity), .init("passed", "\(passed) of \(rule.results.count)"),
          ]
        )
      )
    }
    if let silence = rule.silence, cases.isEmpty {
      cases.append(
        CheckedCase(name: "not evaluated", className: className, outcome: .skipped(reason: silence))
      )
    }
    return cases
  }

  /// One case that counts all results of a rule.
  private func counted(_ rule: Rule) -> CheckedCase {
    let counts = Outcome.Kind.allCases.map { "\(rule.count(of: $0)) \($0.rawValue)" }.joined(separator: ", ")
    let findings = rule.results.lazy.flatMap { result in
      result.outcome.kind == .failed ? result.outcome.findings : []
    }
    let outcome: CheckedCase.Outcome =
      if rule.count(of: .failed) > 0 {
        .failed(Array(findings.prefix(mostFindingsOfCounted)))
      } else if rule.count(of: .error) > 0 {
        .error(reason: counts)
      } else if rule.count(of: .passed) == 0 {
        .skipped(reason: rule.silence ?? counts)
      } else {
        .passed
      }
    return CheckedCase(
      name: "all subjects",
      className: "rules.\(rule.name)",
      outcome: outcome,
      properties: [.init("severity", rule.severity), .init("results", counts)]
    )
  }

  private func outcome(of result: Result) -> CheckedCase.Outcome {
    switch result.outcome {
    case .passed: .passed
    case .failed(let findings): .failed(findings)
    case .waived(_, let name): .skipped(reason: "waived by \(describe(waiver: name))")
    case .notApplicable(let reason): .skipped(reason: "not applicable: \(reason)")
    case .error(let reason): .error(reason: reason)
    }
  }

  /// For instance `W-1 of jane@acme.example until 2026-12-01`.
  func describe(waiver name: String) -> String {
    guard let waiver = waivers.first(where: { $0.name == name }) else { return name }
    return "\(name) of \(waiver.owner) until \(waiver.expires)"
  }
}

/// The cases beyond which a smaller view is chosen: consumers keep whole files in memory.
private let mostCases = 20_000

/// The findings of one counted case; the shown text is cut far earlier.
private let mostFindingsOfCounted = 1000
