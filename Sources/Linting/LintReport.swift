package import Diagnostics
package import Validation

/// What the rules have to say; passed `inout` to their checks.
package struct LintReport: ~Copyable {
  private let rules: [(rule: LintRule, severity: Severity)]
  /// The rule that speaks.
  private var speaker = 0
  /// With the object that each is about, for suppressions.
  private(set) var findings: [LintFinding] = []

  init(_ rules: [(rule: LintRule, severity: Severity)]) {
    self.rules = rules
  }

  /// Lets another rule speak.
  mutating func turn(to rule: Int) {
    speaker = rule
  }

  /// Reports a value, or the place where one is missing; `fault` goes on after the path.
  ///
  /// For instance `report.flag(container["image"], "has no tag", of: pod.owner)` becomes
  /// `'spec.template.spec.containers[0].image' of Deployment 'api' has no tag`.
  package mutating func flag(
    _ field: Field,
    _ fault: String,
    of object: APIObject,
    beside other: (field: Field, words: String)? = nil
  ) {
    let (rule, severity) = rules[speaker]
    if isAllowed(rule, by: object) { return }
    let related = other.flatMap { other in other.field.place.map { [Label($0, other.words)] } } ?? []
    let (description, route) = field.path.words
    findings.append(
      LintFinding(
        diagnostic: Diagnostic(
          rule.code,
          severity,
          "\(description) \(fault)",
          at: field.place.map { Label($0, rule.name) },
          related: related,
          help: rule.remediation
        ),
        object: object,
        path: route
      )
    )
  }
}

extension LintReport {
  mutating func add(_ collision: Collision, of object: APIObject) {
    if isAllowed(rules[speaker].rule, by: object) { return }
    findings.append(LintFinding(diagnostic: collision.diagnostic, object: object, path: collision.path))
  }
}

/// A finding of a rule, and what it is about.
package struct LintFinding: Sendable {
  package let diagnostic: Diagnostic
  package let object: APIObject
  /// The path of the field, for fingerprints and reports.
  package let path: String
}
