package import Diagnostics
internal import Linting

/// What a lint rule said of a subject; without the object, which nobody needs any more.
package struct SubjectFinding: Sendable {
  package let diagnostic: Diagnostic
  /// The path of the field.
  package let path: String

  init(_ finding: LintFinding) {
    diagnostic = finding.diagnostic
    path = finding.path
  }
}

/// What a rule found about one subject.
package enum SubjectOutcome: Sendable {
  case passed
  /// The findings of the lint rules that decide the rule.
  case failed([SubjectFinding])
  /// It fails, and somebody answers for it; never a pass.
  indirect case waived([SubjectFinding], by: Waiver)
  /// The rule is not about it, and why.
  case notApplicable(String)
  /// Nothing can be told about it, and why.
  case error(String)

  /// The outcomes without what they carry.
  package enum Kind: Int, CaseIterable, Sendable {
    case passed
    case failed
    case waived
    case notApplicable
    case error

    /// The word of reports.
    package var name: String {
      switch self {
      case .passed: "passed"
      case .failed: "failed"
      case .waived: "waived"
      case .notApplicable: "not-applicable"
      case .error: "error"
      }
    }
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

  package var findings: [SubjectFinding] {
    switch self {
    case .failed(let findings), .waived(let findings, _): findings
    case .passed, .notApplicable, .error: []
    }
  }
}

/// A subject and what a rule found about it.
package struct SubjectResult: Sendable {
  private let shared: SharedSubject
  package var outcome: SubjectOutcome

  init(_ shared: SharedSubject, _ outcome: SubjectOutcome) {
    self.shared = shared
    self.outcome = outcome
  }

  package var subject: Subject { shared.subject }

  /// The same for most results about the same subject, and never for another one, while these results are there.
  package var subjectID: ObjectIdentifier { ObjectIdentifier(shared) }
}

/// A word instead of the sixteen of a subject: nearly a hundred rules have results about each.
final class SharedSubject: Sendable {
  let subject: Subject

  init(_ subject: Subject) {
    self.subject = subject
  }
}

/// What a rule found in one unit.
package struct UnitOutcomes: Sendable {
  package let unit: String
  /// By path.
  package private(set) var subjects: [SubjectResult]
  /// Counted once: hundreds of controls ask.
  private(set) var tally = Tally()

  init(_ unit: String, _ subjects: [SubjectResult]) {
    self.unit = unit
    self.subjects = subjects
    for subject in subjects { tally[subject.outcome.kind] += 1 }
  }

  /// Turns a failure into a waived one.
  mutating func waive(at index: Int, by waiver: Waiver) {
    guard case .failed(let findings) = subjects[index].outcome else { return }
    subjects[index].outcome = .waived(findings, by: waiver)
    tally[.failed] -= 1
    tally[.waived] += 1
  }
}

/// What a rule found about every subject in some scope.
package struct RuleResult: Sendable {
  package let rule: ComplianceRule
  /// By name; empty where the rule was not asked.
  package internal(set) var units: [UnitOutcomes]
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
    if tally[.error] > 0 { return .error("\(tally[.error]) objects could not be read") }
    if tally.decided == 0 {
      if let absence = rule.absence { return .notEvaluated(absence) }
      return .notApplicable("no \(rule.subjects.words)")
    }
    return .evaluated
  }

  /// All subjects, by unit and path.
  package var subjects: [SubjectResult] { units.flatMap(\.subjects) }

  package func count(of kind: SubjectOutcome.Kind) -> Int { tally[kind] }

  /// The numbers of the score.
  var tally: Tally {
    units.reduce(into: Tally()) { $0.add($1.tally) }
  }

  /// The same rule about the subjects of the units of each key; units without a key are left out.
  package func grouped<Key: Hashable>(by key: (String) -> Key?) -> [Key: RuleResult] {
    var groups: [Key: RuleResult] = [:]
    for unit in units {
      guard let key = key(unit.unit) else { continue }
      groups[key, default: RuleResult(rule: rule, units: [], problem: problem)].units.append(unit)
    }
    return groups
  }

  /// The same rule about the subjects of some units only.
  package func within(_ names: Set<String>) -> RuleResult {
    var result = self
    result.units.removeAll { !names.contains($0.unit) }
    return result
  }
}

/// How many subjects have each outcome.
struct Tally: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: SubjectOutcome.Kind.allCases.count)

  subscript(kind: SubjectOutcome.Kind) -> Int {
    get { counts[kind.rawValue] }
    set { counts[kind.rawValue] = newValue }
  }

  /// The subjects that the rule decided.
  var decided: Int { self[.passed] + self[.failed] + self[.waived] }

  var all: Int { counts.reduce(0, +) }

  mutating func add(_ other: Tally) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }
}
