/// What the rules say of one control.
package struct ControlResult: Sendable {
  package let control: Framework.Control
  package let outcome: Outcome
  /// Why, one sentence each; never empty but where everything passed.
  package let reasons: [String]

  /// What can be said of a control; none of them says that a requirement is met as a whole.
  package enum Outcome: String, CaseIterable, Sendable {
    /// Coverage is full and every necessary rule passes for the assessed files.
    case metInScope = "met-in-scope"
    /// Coverage is partial and nothing speaks against it.
    case supported
    /// There is a record that an assessor can use.
    case evidenceOnly = "evidence-only"
    /// A necessary rule fails.
    case gap
    /// What fails is waived.
    case acceptedDeviation = "accepted-deviation"
    /// Nothing that it is about is there.
    case notApplicable = "not-applicable"
    /// Manifests say nothing, or nobody looked.
    case notAssessed = "not-assessed"
    /// A rule could not look at something.
    case error
  }
}

/// Decides a control from the results of its rules.
///
/// - Parameters:
///   - control: The control.
///   - units: How many units its framework is about.
///   - results: The results of its rules about these units, by name.
/// - Returns: The outcome, and why.
func assess(_ control: Framework.Control, units: Int, _ results: [String: RuleResult]) -> ControlResult {
  func result(_ outcome: ControlResult.Outcome, _ reasons: [String]) -> ControlResult {
    ControlResult(control: control, outcome: outcome, reasons: reasons)
  }
  if control.coverage == .none { return result(.notAssessed, ["manifests say nothing about it"]) }
  if units == 0 { return result(.notApplicable, ["no unit is in the scope of the framework"]) }
  let deciding = (control.coverage == .artefact ? control.supporting : control.necessary).compactMap {
    results[$0]
  }
  var errors: [String] = [], unknown: [String] = [], absent: [String] = []
  for rule in deciding {
    switch rule.status {
    case .evaluated: continue
    case .error(let reason): errors.append("'\(rule.rule.name)' could not be decided: \(reason)")
    case .notEvaluated(let reason): unknown.append("'\(rule.rule.name)' is not evaluated: \(reason)")
    case .notApplicable(let reason): absent.append("'\(rule.rule.name)' does not apply: \(reason)")
    }
  }
  if control.coverage == .artefact {
    if deciding.contains(where: { $0.status == .evaluated && $0.count(of: .passed) > 0 }) {
      return result(.evidenceOnly, errors + unknown + absent + failures(deciding, .failed, "fails"))
    }
    if !errors.isEmpty { return result(.error, errors) }
    return result(
      absent.count == deciding.count ? .notApplicable : .notAssessed,
      absent + unknown + noRecord(deciding)
    )
  }
  let failed = failures(deciding, .failed, "fails")
  // A failure is known whatever else is not.
  if !failed.isEmpty { return result(.gap, failed + errors + unknown) }
  if !errors.isEmpty { return result(.error, errors) }
  if !unknown.isEmpty { return result(.notAssessed, unknown) }
  let waived = failures(deciding, .waived, "is waived")
  if !waived.isEmpty { return result(.acceptedDeviation, waived) }
  if absent.count == deciding.count { return result(.notApplicable, absent) }
  return result(control.coverage == .full ? .metInScope : .supported, absent)
}

/// One sentence for each rule with subjects of an outcome.
private func failures(_ results: [RuleResult], _ kind: SubjectOutcome.Kind, _ verb: String) -> [String] {
  results.compactMap { result in
    let count = result.count(of: kind)
    return count == 0
      ? nil : "'\(result.rule.name)' \(verb) for \(count) of \(result.tally.all) subjects"
  }
}

/// Why an artefact is none: rules were evaluated, and no subject carries the record.
private func noRecord(_ results: [RuleResult]) -> [String] {
  results.filter { $0.status == .evaluated }.map { "'\($0.rule.name)' passes for no subject" }
}
