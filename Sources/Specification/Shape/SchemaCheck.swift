package import Diagnostics
package import YAMLSyntax

extension Schema {
  /// Reports everything in `node` that is not written as this schema says.
  ///
  /// - Parameters:
  ///   - node: What was written.
  ///   - owner: What the node belongs to, for messages: `service 'api'`.
  ///   - findings: Where problems go.
  package func check(_ node: Node, as owner: String, reporting findings: inout Findings) {
    SchemaCheck(isLayer: false).check(node, against: self, as: Place(root: owner), reporting: &findings)
  }
}

/// One walk of a document against its schema.
private struct SchemaCheck {
  /// Inside a layer nothing is required and null removes.
  var isLayer: Bool

  func check(_ node: Node, against schema: Schema, as owner: Place, reporting findings: inout Findings) {
    switch schema {
    case .layer(let inner):
      SchemaCheck(isLayer: true).check(node, against: inner, as: owner, reporting: &findings)
    case _ where isLayer && node.isNull:
      return
    case .anything: return
    case .scalar(let format):
      checkScalar(node, format, as: owner, reporting: &findings)
    case .list(let items):
      checkList(node, items, as: owner, reporting: &findings)
    case .map(let keys, let values):
      guard let mapping = node.mapping else {
        return findings.report(.wrongKind(node, owner, expected: "named entries"))
      }
      for entry in mapping.entries {
        checkKey(entry, keys, as: owner, reporting: &findings)
        check(entry.value, against: values, as: owner.child(entry.key), reporting: &findings)
      }
    case .object(let object):
      guard let mapping = node.mapping else {
        return findings.report(.wrongKind(node, owner, expected: "the fields of \(object().name)"))
      }
      checkFields(of: mapping, node, object(), as: owner, reporting: &findings)
    case .scalarOrObject(let format, let object):
      if let mapping = node.mapping {
        checkFields(of: mapping, node, object(), as: owner, reporting: &findings)
      } else {
        checkScalar(node, format, as: owner, reporting: &findings)
      }
    }
  }

  func checkScalar(_ node: Node, _ format: ScalarFormat, as owner: Place, reporting findings: inout Findings)
  {
    guard let scalar = node.scalar, scalar.type != .null else {
      return findings.report(.wrongKind(node, owner, expected: format.expectation))
    }
    guard format.types.contains(scalar.type) || (scalar.type == .string && format.types.isEmpty) else {
      return findings.report(.wrongType(node, scalar, owner, format))
    }
    if let problem = format.problem(scalar.text) {
      findings.report(.badValue(node, scalar, owner, format, problem))
    }
  }

  func checkList(_ node: Node, _ items: Schema, as owner: Place, reporting findings: inout Findings) {
    if isLayer, let mapping = node.mapping, let amendment = ListAmendment(mapping) {
      for list in amendment.lists {
        checkList(list, items, as: owner, reporting: &findings)
      }
      return
    }
    guard let nodes = node.sequence else {
      return findings.report(.wrongKind(node, owner, expected: "a list"))
    }
    // A list replaces, so its items are complete objects even inside a layer.
    for node in nodes {
      SchemaCheck(isLayer: false).check(node, against: items, as: owner, reporting: &findings)
    }
  }

  func checkKey(
    _ entry: Mapping.Entry,
    _ format: ScalarFormat,
    as owner: Place,
    reporting findings: inout Findings
  ) {
    guard let problem = format.problem(entry.key) else { return }
    findings.report(.badKey(entry, owner, format, problem))
  }

  func checkFields(
    of mapping: Mapping,
    _ node: Node,
    _ object: ObjectSchema,
    as owner: Place,
    reporting findings: inout Findings
  ) {
    for entry in mapping.entries {
      guard let field = object.field(entry.key) else {
        findings.report(.unknownKey(entry, of: mapping, owner, object))
        continue
      }
      check(entry.value, against: field.schema, as: owner.child(field.name), reporting: &findings)
    }
    if isLayer { return }
    for field in object.fields where field.isRequired && mapping.entry(field.name) == nil {
      findings.report(.missingKey(field, node, owner, object))
    }
  }
}

/// Where in a document a value stands, as messages say it: `'replicas.minimum' of service 'api'`.
private struct Place: CustomStringConvertible {
  let root: String
  var path = ""

  func child(_ key: String) -> Place {
    Place(root: root, path: path.isEmpty ? key : "\(path).\(key)")
  }

  var description: String {
    path.isEmpty ? root : "'\(path)' of \(root)"
  }
}

// MARK: - Messages

extension Code {
  package static let unknownKey = Code("SPAI1101", "unknown-key")
  package static let missingKey = Code("SPAI1102", "missing-key")
  package static let wrongKind = Code("SPAI1103", "wrong-kind")
  package static let badValue = Code("SPAI1104", "bad-value")
  package static let badKey = Code("SPAI1105", "bad-key")
}

extension Diagnostic {
  fileprivate static func unknownKey(
    _ entry: Mapping.Entry,
    of mapping: Mapping,
    _ owner: Place,
    _ object: ObjectSchema
  ) -> Self {
    let names = object.fields.map(\.name)
    return Diagnostic(
      .unknownKey,
      .error,
      "unknown key '\(entry.key)' in \(owner)",
      at: entry.place.map { Label($0, "not a key of \(object.name)") },
      help: didYouMean(entry.key, among: names) ?? "Known keys: \(names.joined(separator: ", ")).",
      fix: .correcting(entry.key, at: entry.keySpan, among: names.filter { mapping.entry($0) == nil })
    )
  }

  fileprivate static func missingKey(
    _ field: FieldSchema,
    _ node: Node,
    _ owner: Place,
    _ object: ObjectSchema
  ) -> Self {
    Diagnostic(
      .missingKey,
      .error,
      "missing key '\(field.name)' in \(owner)",
      at: node.origin.span.map { Label($0, "\(object.name) needs it") },
      help: "Add '\(field.name)': \(field.summary)"
    )
  }

  fileprivate static func wrongKind(_ node: Node, _ owner: Place, expected: String) -> Self {
    Diagnostic(
      .wrongKind,
      .error,
      "\(owner) is \(node.kindInWords), not \(expected)",
      at: node.origin.span.map { Label($0, "expected \(expected)") },
      help: "Write \(expected)."
    )
  }

  fileprivate static func wrongType(
    _ node: Node,
    _ scalar: Scalar,
    _ owner: Place,
    _ format: ScalarFormat
  ) -> Self {
    let canBeQuoted = scalar.type != .string && format.types.contains(.string)
    return Diagnostic(
      .wrongKind,
      .error,
      "\(owner) is \(scalar.typeInWords) '\(scalar.text)', not \(format.expectation)",
      at: node.origin.span.map { Label($0, "expected \(format.expectation)") },
      help: canBeQuoted ? "Put it in quotes to make it text." : "Write \(format.expectation).",
      fix: canBeQuoted ? quoting(scalar, at: node.origin.span, for: format) : nil
    )
  }

  /// What was written can only be the text that it looks like, such as a name of digits.
  private static func quoting(_ scalar: Scalar, at span: Span?, for format: ScalarFormat) -> Fix? {
    guard let span, scalar.type != .null, scalar.text.utf8.count == span.end - span.start,
      format.problem(scalar.text) == nil
    else { return nil }
    return Fix("puts \(scalar.text) in quotes", span, with: "\"\(scalar.text)\"", .safe)
  }

  fileprivate static func badValue(
    _ node: Node,
    _ scalar: Scalar,
    _ owner: Place,
    _ format: ScalarFormat,
    _ problem: String
  ) -> Self {
    Diagnostic(
      .badValue,
      .error,
      "\(owner) is '\(scalar.text)', not \(format.expectation)",
      at: node.origin.span.map { Label($0, "it \(problem)") },
      help: didYouMean(scalar.text, among: format.words) ?? "Write \(format.expectation).",
      fix: .correcting(scalar.text, at: node.origin.span, among: format.words)
    )
  }

  fileprivate static func badKey(
    _ entry: Mapping.Entry,
    _ owner: Place,
    _ format: ScalarFormat,
    _ problem: String
  ) -> Self {
    Diagnostic(
      .badKey,
      .error,
      "name '\(entry.key)' in \(owner) is not \(format.expectation)",
      at: entry.place.map { Label($0, "it \(problem)") },
      help: "Choose \(format.expectation)."
    )
  }
}

extension Mapping.Entry {
  /// Where to point for a problem with the key.
  package var place: Span? {
    keySpan ?? value.origin.span
  }
}

extension Node {
  /// What was written, for messages.
  fileprivate var kindInWords: String {
    switch content {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar(let scalar): scalar.type == .null ? "empty" : "\(scalar.typeInWords) '\(scalar.text)'"
    }
  }
}

extension Scalar {
  fileprivate var typeInWords: String {
    switch type {
    case .null: "null"
    case .boolean: "the truth value"
    case .integer, .float: "the number"
    case .string: "the text"
    }
  }
}
