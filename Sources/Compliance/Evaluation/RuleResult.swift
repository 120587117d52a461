package import Linting

/// What a rule found about one subject.
package enum SubjectOutcome: Sendable {
  case passed
  /// The findings of the lint rules that decide the rule.
  case failed([LintFinding])
  /// It fails, and somebody answers for it; never a pass.
  indirect case waived([LintFinding], by: Waiver)
  /// The rule is not about it, and why.
  case notApplicable(String)
  /// Nothing can be told about it, and why.
  case error(String)

  /// The outcomes without what they carry.
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

  package var findings: [LintFinding] {
    switch self {
    case .failed(let findings), .waived(let findings, _): findings
    case .passed, .notApplicable, .error: []
    }
  }
}

/// A subject and what a rule found about it.
package struct SubjectResult: Sendable {
  private let identity: Boxed
  package var outcome: SubjectOutcome

  /// A word instead of the sixteen of a subject: nearly a hundred rules have results about each.
  indirect enum Boxed: Sendable {
    case subject(Subject)
  }

  init(_ identity: Boxed, _ outcome: SubjectOutcome) {
    self.identity = identity
    self.outcome = outcome
  }

  package var subject: Subject {
    switch identity {
    case .subject(let subject): subject
    }
  }
}

/// What a rule found about every subject in some scope.
package struct RuleResult: Sendable {
  package let rule: ComplianceRule
  /// By subject; empty where the rule was not asked.
  package var subjects: [SubjectResult]
  /// Why the rule could not be asked at all; nil where it was.
  let problem: String?

  /// What is known after all subjects were looked at.
  package enum Status: Hashable, Sendable {
    case evaluated
    /// Nothing that it is about is there.
    case notApplicable(String)
    /// Nobody looked; never a pass.
    case notEvaluated(String)
    /// Something could not be looked at.
    case error(String)
  }

  package var status: Status {
    if let problem { return .notEvaluated(problem) }
    for case .error(let reason) in subjects.lazy.map(\.outcome) { return .error(reason) }
    if tally.isEmpty {
      if let absence = rule.absence { return .notEvaluated(absence) }
      return .notApplicable("no \(rule.subjects.words)")
    }
    return .evaluated
  }

  package func count(of kind: SubjectOutcome.Kind) -> Int {
    subjects.count { $0.outcome.kind == kind }
  }

  /// The numbers of the score.
  var tally: Tally {
    Tally(passed: count(of: .passed), failed: count(of: .failed), waived: count(of: .waived))
  }

  /// The same rule about the subjects of some units only.
  package func within(_ units: Set<String>) -> RuleResult {
    var result = self
    result.subjects.removeAll { !units.contains($0.subject.unit) }
    return result
  }
}

/// How many subjects a rule decided, and how.
struct Tally: Hashable, Sendable {
  var passed: Int
  var failed: Int
  var waived: Int

  var isEmpty: Bool { passed + failed + waived == 0 }
}
