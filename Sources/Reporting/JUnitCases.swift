import Diagnostics

/// The name and class of each case of a document, each pair once.
///
/// Consumers key results by both, over all suites of a file, and show only one of those that are alike.
struct JUnitNames {
  private var taken: Set<[String]> = []
  private var repetitions: [[String]: Int] = [:]

  /// The attributes of a case, with a number after the name where it is not the first of its kind.
  mutating func attributes(of checked: CheckedCase) -> [(name: String, value: String)] {
    let name = shownName(checked.name)
    let className = shownName(checked.className)
    var unique = name
    while !taken.insert([className, unique]).inserted {
      let repetition = repetitions[[className, name], default: 1] + 1
      repetitions[[className, name]] = repetition
      unique = "\(name) (\(repetition))"
    }
    return [("name", unique), ("classname", className)]
  }
}

extension CheckedGroup {
  /// How many cases there are, and how many of them failed, broke or were skipped.
  var junitCounts: [(name: String, value: String)] {
    [
      ("tests", String(cases.count)),
      ("failures", String(count(of: .failed))),
      ("errors", String(count(of: .error))),
      ("skipped", String(count(of: .skipped))),
    ]
  }
}

extension CheckedCase {
  /// The finding that a failure is named after: the first of the worst.
  var leadingFinding: Diagnostic? {
    let findings = findings.sortedAndUnique()
    let worst = findings.map(\.severity).max()
    return findings.first { $0.severity == worst }
  }
}

extension XMLWriter {
  /// Writes the failure or the error of a case; nothing for the other outcomes.
  ///
  /// All findings of a case are in one element, because some consumers read only the first.
  mutating func junitFailure(
    of checked: CheckedCase,
    facts: [CheckedCase.Property],
    locatedBy tables: inout LineTables
  ) {
    switch checked.outcome {
    case .passed, .skipped: return
    case .error(let reason):
      element("error", [("type", "error"), ("message", shownText(reason))])
    case .failed(let findings):
      var text = "\n"
      let findings = findings.sortedAndUnique()
      for finding in findings.prefix(mostFindings) {
        text += plainText(of: finding, locatedBy: &tables)
      }
      if findings.count > mostFindings { text += "… and \(findings.count - mostFindings) findings more\n" }
      for fact in facts { text += "\(shownName(fact.name)): \(shownText(fact.value))\n" }
      let others = findings.count > 1 ? " (and \(findings.count - 1) more)" : ""
      let leading = checked.leadingFinding
      element(
        "failure",
        [
          ("type", leading.map { shownName($0.code.id) } ?? "failed"),
          ("message", (leading.map { shownText($0.message) } ?? "failed") + others),
        ]
      ) { $0.text(text) }
    }
  }

  /// Writes the facts about a suite or a case.
  mutating func junitProperties(_ facts: [CheckedCase.Property]) {
    guard !facts.isEmpty else { return }
    element("properties") { writer in
      for fact in facts {
        writer.element("property", [("name", shownName(fact.name)), ("value", shownText(fact.value))])
      }
    }
  }
}

extension Tool {
  /// What every suite says about its origin.
  var junitProperty: CheckedCase.Property {
    CheckedCase.Property("tool", "\(name) \(version)")
  }
}

extension Report {
  /// The start as JUnit writes it, which is without a zone; nil where there is none.
  var junitTimestamp: String? {
    guard let started, started.utf8.count >= 19 else { return nil }
    return String(decoding: started.utf8.prefix(19), as: UTF8.self)
  }
}

/// A duration in seconds with three decimals, as consumers read it.
func junitTime(_ duration: Duration) -> String {
  let (seconds, attoseconds) = duration.components
  let thousandths = String(attoseconds / 1_000_000_000_000_000)
  return "\(seconds)." + String(repeating: "0", count: 3 - thousandths.utf8.count) + thousandths
}

/// The findings of one case beyond which the rest is counted only.
private let mostFindings = 100
