import Linting

/// One property of manifests that controls are built on, and who looks at it.
///
/// A rule knows objects; it knows no framework. Where a lint rule is the same thing it is that rule, under a name
/// that stays the same when lint rules are split or joined.
package struct ComplianceRule: Sendable {
  package let name: String
  package let severity: RuleSeverity
  package let subjects: RuleSubjects
  /// What has to be in a unit for the rule to be asked there; always where empty.
  ///
  /// What belongs to the platform, such as a collector of logs, is judged where the platform's objects are: a unit of
  /// a tenant tells nothing about it.
  package let evidence: [Evidence]
  /// What holds where the rule passes, in a few words.
  package let summary: String
  package let check: Check
  /// Why nothing is known where no subject is in the set; nil where the rule does not apply then.
  package let absence: String?

  /// How a rule is decided.
  package enum Check: Hashable, Sendable {
    /// A subject passes when none of these lint rules has a finding about it.
    case lint([String])
    /// The same, and nothing is known without the setting that the lint rules compare with.
    case configured([String], by: RuleSetting)
    /// A subject passes when generating it again gives the same bytes.
    case reproduced
    /// No rule looks at it; the words say why.
    case unchecked(String)
  }

  init(
    _ name: String,
    _ severity: RuleSeverity,
    _ subjects: RuleSubjects,
    evidence: [Evidence] = [],
    _ summary: String,
    _ check: Check,
    absence: String? = nil
  ) {
    self.name = name
    self.severity = severity
    self.subjects = subjects
    self.evidence = evidence
    self.summary = summary
    self.check = check
    self.absence = absence
  }

  /// A lint rule that no table names, for users' own frameworks.
  init(_ rule: LintRule) {
    self.init(
      rule.name,
      RuleSeverity(rule.severity),
      RuleSubjects(rule.check),
      rule.rationale,
      .lint([rule.name])
    )
  }

  /// The rule of a name: one of the table, or a lint rule.
  package static func named(_ name: String) -> ComplianceRule? {
    table.first { $0.name == name } ?? LintRule.all.first { $0.name == name }.map { ComplianceRule($0) }
  }

  /// Every name that a framework may use.
  package static var allNames: [String] { table.map(\.name) + LintRule.all.map(\.name) }

  /// The lint rules that decide it; none where nothing does.
  package var lintRules: [String] {
    switch check {
    case .lint(let names), .configured(let names, _): names
    case .reproduced, .unchecked: []
    }
  }

  /// Why the rule says nothing in this run; nil where it can be asked.
  func problem(_ configuration: LintConfiguration) -> String? {
    if case .unchecked(let reason) = check { return reason }
    let missing = lintRules.filter { name in !LintRule.all.contains { $0.name == name } }
    if !missing.isEmpty { return "no lint rule \(missing.map { "'\($0)'" }.joined(separator: " or "))" }
    if case .configured(_, let setting) = check { return setting.absence(from: configuration.settings) }
    return nil
  }
}
