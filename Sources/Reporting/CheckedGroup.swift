package import Diagnostics

/// One thing that a run looked at, and what came of it.
package struct CheckedCase: Hashable, Sendable {
  /// What came of looking at one thing.
  package enum Outcome: Hashable, Sendable {
    case passed
    /// The findings that made it fail.
    case failed([Diagnostic])
    /// It was not looked at, and why; a waived result is one of these, never a pass.
    case skipped(reason: String)
    /// The check itself broke, so that nothing is known about the thing.
    case error(reason: String)
  }

  /// A fact about a case, for readers of the report.
  package struct Property: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What was looked at, without line numbers, so that it is the same in the next run: `Deployment/api`.
  package let name: String
  /// What it belongs to, with dots where consumers may fold: `production.acme`, or `pci-dss-4.0.1.net-policy`.
  package let className: String
  package let outcome: Outcome
  /// In the order in which they are shown.
  package let properties: [Property]

  package init(name: String, className: String, outcome: Outcome, properties: [Property] = []) {
    self.name = name
    self.className = className
    self.outcome = outcome
    self.properties = properties
  }

  /// A thing with these findings: those at or above `threshold` make it fail, and without such it passed.
  ///
  /// Findings below the threshold reach the report through its own list of findings.
  package init(
    name: String,
    className: String,
    findings: [Diagnostic],
    failingFrom threshold: Severity = .error,
    properties: [Property] = []
  ) {
    let failing = findings.filter { $0.severity >= threshold }
    self.init(
      name: name,
      className: className,
      outcome: failing.isEmpty ? .passed : .failed(failing),
      properties: properties
    )
  }

  /// The findings that made it fail; none otherwise.
  package var findings: [Diagnostic] {
    if case .failed(let findings) = outcome { findings } else { [] }
  }
}

extension CheckedCase.Outcome {
  /// The outcomes without what they carry, dangerous first, for counts.
  package enum Kind: String, CaseIterable, Sendable {
    case error
    case failed
    case skipped
    case passed
  }

  package var kind: Kind {
    switch self {
    case .passed: .passed
    case .failed: .failed
    case .skipped: .skipped
    case .error: .error
    }
  }

  /// Why a thing was skipped or could not be checked; nil for the others.
  package var reason: String? {
    switch self {
    case .passed, .failed: nil
    case .skipped(let reason), .error(let reason): reason
    }
  }
}

/// Things that were looked at together: a unit such as `production/acme`, a file, or a framework.
///
/// A group without cases stays in every report, so that "nothing was looked at" is not read as "all is well".
package struct CheckedGroup: Hashable, Sendable {
  package let name: String
  /// By class name and name.
  package let cases: [CheckedCase]
  /// How long it took; nil where the run does not say.
  package let duration: Duration?

  /// Takes cases in any order.
  package init(name: String, cases: [CheckedCase], duration: Duration? = nil) {
    self.name = name
    self.cases = cases.enumerated().sorted {
      ($0.element.className, $0.element.name, $0.offset) < ($1.element.className, $1.element.name, $1.offset)
    }.map(\.element)
    self.duration = duration
  }

  /// How many cases have an outcome of a kind.
  package func count(of kind: CheckedCase.Outcome.Kind) -> Int {
    cases.count { $0.outcome.kind == kind }
  }
}

extension [CheckedGroup] {
  /// The groups by name, those of one name joined.
  func sortedAndJoined() -> [CheckedGroup] {
    var result: [CheckedGroup] = []
    for (_, group) in enumerated().sorted(by: { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) })
    {
      guard let last = result.last, last.name == group.name else {
        result.append(group)
        continue
      }
      let durations = [last.duration, group.duration].compactMap(\.self)
      result[result.count - 1] = CheckedGroup(
        name: group.name,
        cases: last.cases + group.cases,
        duration: durations.isEmpty ? nil : durations.reduce(.zero, +)
      )
    }
    return result
  }
}
