package import Diagnostics

extension Assessment {
  /// One property of manifests that controls are built on, and what was found about each subject.
  package struct Rule: Sendable {
    package let name: String
    /// `critical`, `high`, `medium` or `low`.
    package let severity: String
    /// What holds where it passes.
    package let summary: String
    /// The codes of the findings that decide it.
    package let codes: [Code]
    /// Why nothing is known; nil where it was evaluated.
    package let silence: String?
    package let results: [Result]

    package init(
      name: String,
      severity: String,
      summary: String,
      codes: [Code],
      silence: String?,
      results: [Result]
    ) {
      self.name = name
      self.severity = severity
      self.summary = summary
      self.codes = codes
      self.silence = silence
      self.results = results
    }

    /// How many results have an outcome of a kind.
    package func count(of kind: Outcome.Kind) -> Int {
      results.count { $0.outcome.kind == kind }
    }
  }

  /// What a rule found about one subject.
  package struct Result: Sendable {
    /// The subject, by its index.
    package let subject: Int
    package let outcome: Outcome

    package init(subject: Int, outcome: Outcome) {
      self.subject = subject
      self.outcome = outcome
    }
  }

  /// What came of looking at one subject.
  package enum Outcome: Sendable {
    case passed
    case failed([Diagnostic])
    /// It fails, and the waiver of a name answers for it; never a pass.
    indirect case waived([Diagnostic], by: String)
    /// The rule is not about it, and why.
    case notApplicable(String)
    /// Nothing can be told about it, and why.
    case error(String)

    package enum Kind: String, CaseIterable, Sendable {
      case passed
      case failed
      case waived
      case notApplicable = "not-applicable"
      case error
    }

    package var kind: Kind {
      switch self {
      case .passed: .passed
      case .failed: .failed
      case .waived: .waived
      case .notApplicable: .notApplicable
      case .error: .error
      }
    }

    package var findings: [Diagnostic] {
      switch self {
      case .failed(let findings), .waived(let findings, _): findings
      case .passed, .notApplicable, .error: []
      }
    }
  }

  /// The rules of a framework with their results about its units; those without a control left out.
  func rules(of framework: Framework) -> [Rule] {
    let names = Set(framework.controls.flatMap(\.rules))
    return rules.filter { names.contains($0.name) }.map { rule in
      Rule(
        name: rule.name,
        severity: rule.severity,
        summary: rule.summary,
        codes: rule.codes,
        silence: rule.silence,
        results: rule.results.filter { framework.units.contains(subjects[$0.subject].unit) }
      )
    }
  }

  /// What is waived and fails nowhere else, each finding once, with the waiver's name.
  func waivedFindings() -> [(finding: Diagnostic, waiver: String)] {
    var waivers: [Diagnostic: String] = [:]
    for case .waived(let findings, let waiver) in rules.flatMap({ $0.results.map(\.outcome) }) {
      for finding in findings where waivers[finding] == nil { waivers[finding] = waiver }
    }
    for case .failed(let findings) in rules.flatMap({ $0.results.map(\.outcome) }) {
      for finding in findings { waivers[finding] = nil }
    }
    return Array(waivers.keys).sortedAndUnique().map { ($0, waivers[$0] ?? "") }
  }

  /// The files that subjects stand in, by path, each once.
  func outputs() -> [DigestedFile] {
    Set(subjects.compactMap(\.file)).sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }
  }
}
