package import Diagnostics
package import YAMLSyntax

/// Checks objects against the definitions of their kinds at a version of Kubernetes.
///
/// What schemas say is checked, as a server reads it: an unknown field is an error, as with strict validation; a null
/// field is no field; what a server fills in is not missing. Rules over several values are another stage's.
///
/// One value serves many objects: it keeps what is costly to make, such as compiled patterns.
package struct StructureCheck: Sendable {
  private let version: KubernetesVersion
  private let catalogue: APICatalogue
  /// The type of `metadata`, which definitions of custom kinds leave to the server.
  private let metadata: APIType?
  /// The patterns that were met so far; nil for those that are not supported.
  private var patterns: [String: Pattern?] = [:]
  var path = FieldPath()

  /// - Parameters:
  ///   - version: One of ``KubernetesVersion/supported``.
  ///   - catalogue: The kinds that exist.
  package init(at version: KubernetesVersion, in catalogue: APICatalogue) {
    self.version = version
    self.catalogue = catalogue
    metadata = catalogue.objectMeta(at: version)
  }

  /// Checks the root of one document; a finding is at the key or value that is wrong, or at the nearest one above
  /// that was written.
  package mutating func check(_ object: Node, reporting findings: inout Findings) {
    guard let identity = identify(object, at: version, in: catalogue, reporting: &findings) else { return }
    check(object, identity.type, near: identity.kindSpan ?? object.origin.span, reporting: &findings)
  }

  /// The pattern in a form that can be matched; parsing one costs far more than matching it.
  mutating func compiled(_ text: String) -> Pattern? {
    if let known = patterns[text] { return known }
    let pattern = Pattern(parsing: text)
    patterns[text] = .some(pattern)
    return pattern
  }

  /// Checks a value that is not a null field.
  ///
  /// `place` is what was written nearest to the value: its key, or that of an object around it.
  mutating func check(
    _ node: Node,
    _ type: APIType,
    near place: Span?,
    reporting findings: inout Findings
  ) {
    switch type.shape {
    case .any: break
    case .objectMetadata:
      guard let metadata else { return }
      check(node, metadata, near: place, reporting: &findings)
    case .object:
      guard let mapping = node.mapping else {
        findings.report(.wrongType(node, type, at: path, node.origin.span ?? place))
        return
      }
      checkFields(of: mapping, type, near: place, reporting: &findings)
    case .array:
      guard let nodes = node.sequence else {
        findings.report(.wrongType(node, type, at: path, node.origin.span ?? place))
        return
      }
      checkEntries(nodes, type, near: place, reporting: &findings)
    case .string, .integer, .number, .boolean, .integerOrString, .quantity:
      checkScalar(node, type, near: node.origin.span ?? place, reporting: &findings)
    }
  }

  private mutating func checkFields(
    of mapping: Mapping,
    _ type: APIType,
    near place: Span?,
    reporting findings: inout Findings
  ) {
    let element = type.element
    for entry in mapping.entries {
      let place = entry.keySpan ?? entry.value.origin.span ?? place
      guard let field = type.typeOfField(entry.key) ?? element ?? embedded(entry.key, type) else {
        if !type.preservesUnknownFields {
          findings.report(.unknownField(entry.key, in: type, path, place))
        }
        continue
      }
      if entry.value.isNull { continue }
      path.enter(entry.key)
      check(entry.value, field, near: place, reporting: &findings)
      path.leave()
    }
    for name in path.isInStatus ? [] : type.fieldsMissing(in: mapping) {
      let null = mapping.entry(name)
      findings.report(
        .missingField(name, in: type, path, null?.keySpan ?? place, isNull: null != nil)
      )
    }
    checkCount(mapping.entries.count, "field", type, at: place, reporting: &findings)
    if let choice = type.choice,
      !choice.allows({ name in mapping.entry(name).map { !$0.value.isNull } ?? false })
    {
      findings.report(.wrongChoice(choice, path, place))
    }
  }

  /// The identity of an object inside an object, which its definition does not repeat.
  private func embedded(_ key: String, _ type: APIType) -> APIType? {
    guard type.isEmbeddedObject else { return nil }
    switch key {
    case "metadata": return metadata
    case "apiVersion", "kind": return metadata?.typeOfField("name")
    default: return nil
    }
  }
}

extension APIType {
  /// The required fields that an object does not have, or has as null.
  func fieldsMissing(in mapping: Mapping) -> [String] {
    requiredFields(missing: { name, field in
      mapping.entries.contains { entry in
        order(ofName: name, against: entry.key) == .same && (!entry.value.isNull || field.isNullable)
      }
    })
  }
}

// MARK: - Messages

extension Diagnostic {
  static func unknownField(_ key: String, in type: APIType, _ path: FieldPath, _ span: Span?) -> Diagnostic {
    let names = type.fields.map(\.name)
    let few =
      names.count <= 12
      ? "Its fields are \(listed(names, "and"))." : "Remove it, or move it to where it belongs."
    return Diagnostic(
      .unknownAPIField,
      .error,
      "unknown field '\(path.appending(key))'",
      at: span.map { Label($0, path.isEmpty ? "the kind has no such field" : "'\(path)' has no such field") },
      help: didYouMean(key, among: names) ?? (names.isEmpty ? "Remove it: no field is allowed here." : few)
    )
  }

  fileprivate static func missingField(
    _ name: String,
    in type: APIType,
    _ path: FieldPath,
    _ span: Span?,
    isNull: Bool
  ) -> Diagnostic {
    let what = type.typeOfField(name).map { " It is \($0.description)." } ?? ""
    return Diagnostic(
      .missingAPIField,
      .error,
      "missing field '\(path.appending(name))'",
      at: span.map { Label($0, isNull ? "null counts as absent" : "needs '\(name)'") },
      help: "Add '\(name)'.\(what)"
    )
  }

  static func wrongType(_ node: Node, _ type: APIType, at path: FieldPath, _ span: Span?) -> Diagnostic {
    var help: String?
    if let scalar = node.scalar {
      if type.shape == .string || type.shape == .integerOrString, scalar.type != .null {
        help = "Write it in quotes to make it a string."
      } else if scalar.type == .string, type.reads(resolvePlainScalar(scalar.text)) {
        help = "Write it without quotes."
      }
    }
    let what = path.isEmpty ? "the object" : "'\(path)'"
    return Diagnostic(
      .wrongAPIType,
      .error,
      "\(what) must be \(type.description), not \(node.summary)",
      at: span.map { Label($0, "must be \(type.description)") },
      help: help
    )
  }

  fileprivate static func wrongChoice(_ choice: FieldChoice, _ path: FieldPath, _ span: Span?) -> Diagnostic {
    Diagnostic(
      .apiChoice,
      .error,
      path.isEmpty ? "the fields do not go together" : "the fields of '\(path)' do not go together",
      at: span.map { Label($0, "needs another choice of fields") },
      help: "Its definition bounds which of \(listed(choice.fields, "and")) may or must be set."
    )
  }
}

/// Quoted names as a sentence has them: `'a', 'b' and 'c'`.
func listed(_ names: [String], _ word: String) -> String {
  let quoted = names.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "none" }
  return "\(quoted.dropLast().joined(separator: ", ")) \(word) \(last)"
}

extension Code {
  package static let unknownAPIField = Code("SPAI1606", "unknown-api-field")
  package static let wrongAPIType = Code("SPAI1607", "wrong-api-type")
  package static let missingAPIField = Code("SPAI1608", "missing-api-field")
  package static let apiChoice = Code("SPAI1614", "api-choice")
}
