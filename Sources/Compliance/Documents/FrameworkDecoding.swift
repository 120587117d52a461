package import Diagnostics
package import YAMLSyntax

/// Decodes documents of kind Framework, and reports what is wrong with each.
///
/// - Returns: Those without mistakes, by id.
package func decodeFrameworks(_ nodes: [Node], reporting findings: inout Findings) -> [Framework] {
  var frameworks: [Framework] = []
  for node in nodes {
    let before = findings.errorCount
    guard let framework = Framework(node, reporting: &findings), findings.errorCount == before else {
      continue
    }
    if frameworks.contains(where: { $0.id == framework.id }) {
      findings.report(.duplicateDocument("framework", framework.id, at: node.nameSpan))
    } else {
      frameworks.append(framework)
    }
  }
  return frameworks.sorted { $0.id < $1.id }
}

extension Framework {
  fileprivate init?(_ node: Node, reporting findings: inout Findings) {
    let keys = [
      "apiVersion", "kind", "metadata", "title", "version", "publisher", "source", "note", "aliases",
      "universe",
      "scope", "controls",
    ]
    guard let reader = DocumentReader(node, "a framework", keys: keys, reporting: &findings) else {
      return nil
    }
    let id = reader.header(reporting: &findings)
    let title = reader.required("title", reporting: &findings)
    let version = reader.required("version", reporting: &findings)
    let universe = Universe(reader, reporting: &findings)
    let controls = Control.all(reader, reporting: &findings)
    guard let id, let title, let version, let universe, let controls else { return nil }
    self.id = id.text
    self.title = title.text
    self.version = version.text
    self.universe = universe
    self.controls = controls
    publisher = reader.text("publisher", reporting: &findings)?.text
    source = reader.text("source", reporting: &findings)?.text
    note = reader.text("note", reporting: &findings)?.text
    aliases = reader.texts("aliases", reporting: &findings).map(\.text)
    scope = Scope(reader, reporting: &findings)
    let counted = controls.reduce(0) { $0 + $1.covers.count }
    if counted != universe.total {
      findings.report(.incomplete(self, counted: counted, at: reader.place("universe")))
    }
  }
}

extension Framework.Universe {
  fileprivate init?(_ reader: DocumentReader, reporting findings: inout Findings) {
    guard let node = reader.node("universe") else {
      reader.reportMissing("universe", reporting: &findings)
      return nil
    }
    let keys = ["total", "unit", "countedFrom"]
    guard let own = DocumentReader(node, "'universe'", keys: keys, reporting: &findings),
      let total = own.required("total", reporting: &findings),
      let unit = own.required("unit", reporting: &findings),
      let countedFrom = own.required("countedFrom", reporting: &findings)
    else { return nil }
    guard let number = Int(total.text), number > 0 else {
      findings.report(
        .badValue("'total' of 'universe' is '\(total.text)'", at: total.span, help: "Write a number.")
      )
      return nil
    }
    self.init(total: number, unit: unit.text, countedFrom: countedFrom.text)
  }
}

extension Framework.Scope {
  fileprivate init(_ reader: DocumentReader, reporting findings: inout Findings) {
    guard let node = reader.node("scope"),
      let own = DocumentReader(node, "'scope'", keys: ["dataClasses"], reporting: &findings)
    else {
      self = .everyUnit
      return
    }
    self = .dataClasses(own.texts("dataClasses", reporting: &findings).map(\.text))
  }
}

extension Framework.Control {
  fileprivate static func all(_ reader: DocumentReader, reporting findings: inout Findings) -> [Self]? {
    guard let nodes = reader.node("controls")?.sequence, !nodes.isEmpty else {
      reader.reportMissing("controls", reporting: &findings)
      return nil
    }
    var controls: [Self] = []
    var taken: [String: Span?] = [:]
    for node in nodes {
      guard let control = Self(node, reporting: &findings) else { continue }
      // The id of a group is no requirement; those that it covers are.
      for id in Set(control.covers + [control.id]).sorted() {
        if let first = taken.updateValue(node.idSpan, forKey: id) {
          findings.report(.duplicateControl(id, at: node.idSpan, first: first))
        }
      }
      controls.append(control)
    }
    return controls
  }

  private init?(_ node: Node, reporting findings: inout Findings) {
    let keys = [
      "id", "title", "coverage", "covers", "property", "necessary", "supporting", "notAssessed",
      "assessorNeeds",
      "confidence",
    ]
    let before = findings.errorCount
    let name = node.mapping?["id"]?.scalar.map { "control '\($0.text)'" } ?? "a control"
    guard let reader = DocumentReader(node, name, keys: keys, reporting: &findings) else { return nil }
    let id = reader.required("id", reporting: &findings)
    let title = reader.required("title", reporting: &findings)
    let coverage: Framework.Coverage? = reader.word("coverage", reporting: &findings)
    let necessary = reader.rules("necessary", reporting: &findings)
    let supporting = reader.rules("supporting", reporting: &findings)
    guard let id, let title, let coverage else { return nil }
    self.id = id.text
    self.title = title.text
    self.coverage = coverage
    self.necessary = necessary
    self.supporting = supporting
    covers =
      reader.node("covers") == nil ? [id.text] : reader.texts("covers", reporting: &findings).map(\.text)
    property = reader.text("property", reporting: &findings)?.text
    notAssessed = reader.texts("notAssessed", reporting: &findings).map(\.text)
    assessorNeeds = reader.texts("assessorNeeds", reporting: &findings).map(\.text)
    confidence = reader.text("confidence", reporting: &findings)?.text
    // What is left after other mistakes contradicts itself easily.
    if findings.errorCount == before, let contradiction {
      findings.report(.contradiction(contradiction, name, at: reader.place("coverage")))
    }
  }

  /// What its parts say against each other.
  private var contradiction: String? {
    switch coverage {
    case .none: rules.isEmpty ? nil : "has rules and the coverage none"
    case .full: necessary.isEmpty ? "has full coverage and no necessary rule" : nil
    case .partial:
      if necessary.isEmpty {
        "has partial coverage and no necessary rule"
      } else {
        notAssessed.isEmpty ? "has partial coverage and does not say what is not assessed" : nil
      }
    case .artefact:
      if supporting.isEmpty {
        "is an artefact of no supporting rule"
      } else {
        necessary.isEmpty ? nil : "is an artefact, which no rule is necessary for"
      }
    }
  }
}

extension DocumentReader {
  /// The name of a document, after its version was checked.
  func header(reporting findings: inout Findings) -> Word? {
    if let version = required("apiVersion", reporting: &findings), version.text != "spai/v1" {
      findings.report(
        .badValue("'apiVersion' of \(owner) is '\(version.text)'", at: version.span, help: "Write 'spai/v1'.")
      )
    }
    guard let node = node("metadata") else {
      reportMissing("metadata", reporting: &findings)
      return nil
    }
    return DocumentReader(node, "'metadata'", keys: ["name"], reporting: &findings)?
      .required("name", reporting: &findings)
  }

  /// The names of rules that exist.
  func rules(_ key: String, reporting findings: inout Findings) -> [String] {
    texts(key, reporting: &findings).compactMap { word in
      if ComplianceRule.named(word.text) != nil { return word.text }
      findings.report(.unknownRule(word, owner))
      return nil
    }
  }
}

extension Node {
  /// Where a document is named.
  var nameSpan: Span? {
    mapping?["metadata"]?.mapping?["name"]?.origin.span ?? origin.span
  }

  fileprivate var idSpan: Span? {
    mapping?["id"]?.origin.span ?? origin.span
  }
}

// MARK: - Messages

extension Code {
  package static let duplicateControl = Code("SPAI1905", "duplicate-control")
  package static let incompleteFramework = Code("SPAI1906", "incomplete-framework")
  package static let controlContradiction = Code("SPAI1907", "control-contradiction")
  package static let duplicateComplianceDocument = Code("SPAI1908", "duplicate-compliance-document")
}

extension Diagnostic {
  static func duplicateDocument(_ kind: String, _ name: String, at span: Span?) -> Self {
    Diagnostic(
      .duplicateComplianceDocument,
      .error,
      "\(kind) '\(name)' is declared twice",
      at: span.map { Label($0, "the second") },
      help: "Rename or remove one of them."
    )
  }

  fileprivate static func duplicateControl(_ id: String, at span: Span?, first: Span?) -> Self {
    Diagnostic(
      .duplicateControl,
      .error,
      "'\(id)' is covered by two controls",
      at: span.map { Label($0, "the second") },
      related: first.map { [Label($0, "the first")] } ?? [],
      help: "Cover each requirement once."
    )
  }

  fileprivate static func incomplete(_ framework: Framework, counted: Int, at span: Span?) -> Self {
    let universe = framework.universe
    return Diagnostic(
      .incompleteFramework,
      .error,
      "framework '\(framework.id)' covers \(counted) of \(universe.total) \(universe.unit)",
      at: span.map { Label($0, "says how many there are") },
      help: "Add the missing ones, with 'coverage: none' where manifests say nothing."
    )
  }

  fileprivate static func contradiction(_ what: String, _ name: String, at span: Span?) -> Self {
    Diagnostic(
      .controlContradiction,
      .error,
      "\(name) \(what)",
      at: span.map { Label($0, "decides what the rules may say") },
      help: "Claim what the rules can show and no more."
    )
  }
}
