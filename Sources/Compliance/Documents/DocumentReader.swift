package import Diagnostics
import YAMLSyntax

/// A text of a document, and where it was written.
struct Word: Sendable {
  let text: String
  let span: Span?
}

/// Reads the keys of one object of a document, and reports what is not written as it should be.
///
/// The documents of this module stand beside the specs: few kinds, no layers, no schema for editors. A reader of its
/// own keeps the module below the one that knows specs.
struct DocumentReader {
  /// What messages call the object: `control '1.3.1'`.
  let owner: String
  let span: Span?
  private let mapping: Mapping

  /// Takes an object; nil, with a finding, where the node is something else.
  init?(_ node: Node, _ owner: String, keys: [String], reporting findings: inout Findings) {
    guard let mapping = node.mapping else {
      findings.report(
        .badValue("\(owner) is no mapping", at: node.origin.span, help: "Write keys and values.")
      )
      return nil
    }
    self.owner = owner
    self.mapping = mapping
    span = node.origin.span ?? mapping.entries.first?.keySpan
    for entry in mapping.entries where !keys.contains(entry.key) {
      findings.report(
        Diagnostic(
          .complianceUnknownKey,
          .error,
          "unknown key '\(entry.key)' in \(owner)",
          at: (entry.keySpan ?? span).map { Label($0, "none of its keys") },
          help: didYouMean(entry.key, among: keys) ?? "Known keys: \(keys.joined(separator: ", "))."
        )
      )
    }
  }

  func node(_ key: String) -> Node? {
    mapping[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// Where a key, or else the object, was written.
  func place(_ key: String) -> Span? {
    mapping.entry(key)?.value.origin.span ?? mapping.entry(key)?.keySpan ?? span
  }

  /// The text of a key that may be absent.
  func text(_ key: String, reporting findings: inout Findings) -> Word? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar, !scalar.text.isEmpty else {
      findings.report(.badValue("'\(key)' of \(owner) is no text", at: place(key), help: "Write a text."))
      return nil
    }
    return Word(text: scalar.text, span: place(key))
  }

  /// The text of a key that must be there.
  func required(_ key: String, reporting findings: inout Findings) -> Word? {
    if node(key) == nil { reportMissing(key, reporting: &findings) }
    return text(key, reporting: &findings)
  }

  /// The texts of a list; empty where it is absent.
  func texts(_ key: String, reporting findings: inout Findings) -> [Word] {
    guard let node = node(key) else { return [] }
    let words = node.sequence?.map { item in
      item.scalar.flatMap {
        $0.type == .null ? nil : Word(text: $0.text, span: item.origin.span ?? place(key))
      }
    }
    guard let words, words.allSatisfy({ $0 != nil }) else {
      findings.report(
        .badValue(
          "'\(key)' of \(owner) is no list of texts",
          at: place(key),
          help: "Write a list such as [a, b]."
        )
      )
      return []
    }
    return words.compactMap(\.self)
  }

  /// One of some words.
  func word<Value: RawRepresentable & CaseIterable>(
    _ key: String,
    reporting findings: inout Findings
  ) -> Value? where Value.RawValue == String {
    guard let word = required(key, reporting: &findings) else { return nil }
    if let value = Value(rawValue: word.text) { return value }
    let words = Value.allCases.map(\.rawValue)
    findings.report(
      .badValue(
        "'\(key)' of \(owner) is '\(word.text)'",
        at: word.span,
        help: didYouMean(word.text, among: words) ?? "Write one of \(words.joined(separator: ", "))."
      )
    )
    return nil
  }

  /// A day that must be there.
  func day(_ key: String, reporting findings: inout Findings) -> Day? {
    guard let word = required(key, reporting: &findings) else { return nil }
    if let day = Day(parsing: word.text) { return day }
    findings.report(
      .badValue(
        "'\(key)' of \(owner) is '\(word.text)', not a day",
        at: word.span,
        help: "Write it like 2026-11-21."
      )
    )
    return nil
  }

  func reportMissing(_ key: String, reporting findings: inout Findings) {
    findings.report(
      Diagnostic(
        .complianceMissingKey,
        .error,
        "missing key '\(key)' in \(owner)",
        at: span.map { Label($0, "has no '\(key)'") },
        help: "Add '\(key)'."
      )
    )
  }
}

extension Diagnostic {
  /// A value that is not what its key needs.
  static func badValue(_ message: String, at span: Span?, help: String) -> Self {
    Diagnostic(.complianceBadValue, .error, message, at: span.map { Label($0, "cannot be read") }, help: help)
  }

  /// A name that no rule has.
  static func unknownRule(_ word: Word, _ owner: String) -> Self {
    Diagnostic(
      .complianceUnknownRule,
      .error,
      "unknown rule '\(word.text)' in \(owner)",
      at: word.span.map { Label($0, "neither a rule of compliance nor a lint rule") },
      help: didYouMean(word.text, among: ComplianceRule.allNames) ?? "Name a rule of 'spai-gen list rules'."
    )
  }
}

extension Code {
  package static let complianceUnknownKey = Code("SPAI1901", "compliance-unknown-key")
  package static let complianceMissingKey = Code("SPAI1902", "compliance-missing-key")
  package static let complianceBadValue = Code("SPAI1903", "compliance-bad-value")
  package static let complianceUnknownRule = Code("SPAI1904", "compliance-unknown-rule")
}
