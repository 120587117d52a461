import Diagnostics
import YAMLSyntax

/// The documents and the findings of a text.
func parsed(
  _ bytes: [UInt8],
  limits: ParsingLimits = .standard
) -> (documents: [Node], findings: [Diagnostic]) {
  var sources = SourceMap()
  let id = sources.add(path: "test.yaml", owner: .tenant, bytes: bytes)
  var findings = Findings()
  let documents = parseYAML(sources[id], limits: limits, reporting: &findings)
  return (documents, findings.all)
}

func parsed(
  _ text: String,
  limits: ParsingLimits = .standard
) -> (documents: [Node], findings: [Diagnostic]) {
  parsed(Array(text.utf8), limits: limits)
}

/// The findings of a text, each as `CODE line:column message`.
func summaries(_ bytes: [UInt8], limits: ParsingLimits = .standard) -> [String] {
  let table = LineTable(bytes)
  return parsed(bytes, limits: limits).findings.map { finding in
    let position = table.position(of: finding.primary?.span.start ?? .max)
    return "\(finding.code.id) \(position.line):\(position.column) \(finding.message)"
  }
}

func summaries(_ text: String, limits: ParsingLimits = .standard) -> [String] {
  summaries(Array(text.utf8), limits: limits)
}

/// The bytes of a span, as text.
func slice(_ span: Span?, of bytes: [UInt8]) -> String {
  span.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) } ?? ""
}

extension Node {
  /// The tree on one line: types and exact texts, without places; canonically equivalent texts differ.
  var outline: String {
    switch content {
    case .scalar(let scalar):
      scalar.type == .null ? "null" : "\(scalar.type) \(escaped(scalar.text))"
    case .sequence(let items):
      "[" + items.map(\.outline).joined(separator: ", ") + "]"
    case .mapping(let mapping):
      "{" + mapping.entries.map { "\(escaped($0.key)): \($0.value.outline)" }.joined(separator: ", ") + "}"
    }
  }

  /// Every span of the tree, keys among them, parents before children.
  var spans: [Span] {
    let own = origin.span.map { [$0] } ?? []
    return switch content {
    case .scalar: own
    case .sequence(let items): own + items.flatMap(\.spans)
    case .mapping(let mapping):
      own + mapping.entries.flatMap { entry in (entry.keySpan.map { [$0] } ?? []) + entry.value.spans }
    }
  }

  /// Every scalar of the tree that is a value.
  var scalars: [(scalar: Scalar, span: Span?)] {
    switch content {
    case .scalar(let scalar): [(scalar, origin.span)]
    case .sequence(let items): items.flatMap(\.scalars)
    case .mapping(let mapping): mapping.entries.flatMap(\.value.scalars)
    }
  }
}

/// A text in quotes, with everything outside of printable ASCII as code points.
private func escaped(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { scalar in
    (0x20...0x7E).contains(scalar.value) ? String(scalar) : "<\(String(scalar.value, radix: 16))>"
  }
  return "'\(scalars.joined())'"
}
