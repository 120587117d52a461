/// The findings of a stage, passed `inout` as the last argument and never copied.
///
/// A value, not a collector: whoever holds it is the only writer, so there is no lock and no order that
/// depends on timing.
package struct Findings: ~Copyable {
  package private(set) var all: [Diagnostic] = []

  package init() {}

  package mutating func report(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
  }

  package mutating func report(contentsOf diagnostics: [Diagnostic]) {
    all.append(contentsOf: diagnostics)
  }

  /// How many errors there are so far; two readings tell whether a step reported one.
  package var errorCount: Int {
    all.count { $0.severity == .error }
  }
}

extension [Diagnostic] {
  /// The findings in their one total order, each once.
  ///
  /// A template's mistake is met again by every tenant that uses it; it is shown once.
  package func sortedAndUnique() -> [Diagnostic] {
    var unique: [Diagnostic] = []
    for diagnostic in sorted(by: { $0.precedes($1) }) where diagnostic != unique.last {
      unique.append(diagnostic)
    }
    return unique
  }
}

extension Diagnostic {
  /// Source, offset, severity (errors first), code, message, then the rest: total, so that reports are
  /// reproducible.
  fileprivate func precedes(_ other: Diagnostic) -> Bool {
    if primary?.span != other.primary?.span {
      guard let span = primary?.span else { return true }
      guard let otherSpan = other.primary?.span else { return false }
      return span < otherSpan
    }
    if severity != other.severity { return severity > other.severity }
    if code != other.code { return (code.id, code.name) < (other.code.id, other.code.name) }
    if message != other.message { return message < other.message }
    let label = primary?.message ?? "", otherLabel = other.primary?.message ?? ""
    if label != otherLabel { return label < otherLabel }
    if related != other.related {
      return related.lexicographicallyPrecedes(other.related) {
        ($0.span, $0.message) < ($1.span, $1.message)
      }
    }
    if help != other.help {
      guard let help else { return true }
      guard let otherHelp = other.help else { return false }
      return help < otherHelp
    }
    guard let generated else { return other.generated != nil }
    guard let otherGenerated = other.generated else { return false }
    return (generated.path, generated.line) < (otherGenerated.path, otherGenerated.line)
  }
}
