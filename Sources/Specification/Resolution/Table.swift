package import Diagnostics

/// Documents of one kind by name.
package struct Table<Document: Sendable>: Sendable {
  private var documents: [String: Document] = [:]
  /// Names that were declared, but whose document has errors.
  private var brokenNames: Set<String> = []

  package init() {}

  package subscript(name: String) -> Document? {
    documents[name]
  }

  /// Sorted, so that nothing depends on the order of files.
  package var names: [String] {
    documents.keys.sorted()
  }

  package var all: [Document] {
    names.compactMap { documents[$0] }
  }

  mutating func markBroken(_ name: String) {
    brokenNames.insert(name)
  }

  mutating func add(_ document: Document, named name: String) -> Document? {
    if let first = documents[name] { return first }
    documents[name] = document
    return nil
  }

  /// The document that a spec names; reports a name that nobody declared.
  ///
  /// A document that has errors itself is met with silence: they were reported where they are.
  func find(
    _ name: Spanned<String>,
    kind: String,
    reporting findings: inout Findings
  ) -> Document? {
    if let document = documents[name.value] { return document }
    if !brokenNames.contains(name.value) {
      findings.report(.misspelt(kind, name, among: names))
    }
    return nil
  }
}

extension Keyed {
  /// The thing that a spec names; reports a name that the platform does not have.
  func find(_ name: Spanned<String>, kind: String, reporting findings: inout Findings) -> Item? {
    if let item = item(name.value) { return item }
    findings.report(.misspelt(kind, name, among: names))
    return nil
  }
}

// MARK: - Messages

extension Code {
  package static let undeclared = Code("SPAI1301", "undeclared-name")
}

extension Diagnostic {
  /// The finding about a name that is one thing for everybody who writes it, and so can be corrected where it stands.
  fileprivate static func misspelt(_ kind: String, _ name: Spanned<String>, among names: [String]) -> Self {
    var finding = undeclared(kind, name, among: names)
    finding.fix = .correcting(name.value, at: name.origin.span, among: names)
    return finding
  }

  static func undeclared(_ kind: String, _ name: Spanned<String>, among names: [String]) -> Self {
    let known =
      names.isEmpty ? "There is none." : "Declared: \(names.joined(separator: ", "))."
    return Diagnostic(
      .undeclared,
      .error,
      "no \(kind) is called '\(name.value)'",
      at: name.origin.span.map { Label($0, "not declared") },
      help: didYouMean(name.value, among: names) ?? known
    )
  }
}
