package import Diagnostics
package import YAMLSyntax

/// A value of an object, or the place where one could be: what it is, the way to it, and where it was written.
///
/// Rules walk from field to field without asking what is there, so that they read like the sentence they check:
/// `spec["strategy"]["rollingUpdate"]`. Whatever has another shape than a rule expects reads as absent; shapes
/// are the business of the schemas.
package struct Field: Sendable {
  /// Nil where nothing was written, or null, which an API server takes for nothing.
  package let node: Node?
  package let path: Path
  /// The value's own span, or the nearest one around it: values that a renderer made have none.
  package let place: Span?

  /// The object as a whole.
  package init(object node: Node, kind: String) {
    self.node = node
    path = .object(kind: kind, name: node.mapping?["metadata"]?.mapping?["name"]?.scalar?.text ?? "")
    place = node.mapping?.entry("kind")?.keySpan ?? node.origin.span
  }

  private init(_ node: Node?, _ path: Path, _ place: Span?) {
    self.node = node
    self.path = node.map { $0.hasParts ? path.shared : path } ?? path
    self.place = place
  }

  // MARK: Ways down

  package subscript(key: String) -> Field {
    guard case .mapping(let mapping)? = node?.content, let index = mapping.index(of: key) else {
      return Field(nil, path.key(key), place)
    }
    let value = mapping.entries[index].value
    if value.isNull { return Field(nil, path.key(key), place) }
    // The key that was asked for is mostly a constant, of which no references are counted.
    return Field(value, path.key(key), place(of: value, at: mapping.entries[index].keySpan))
  }

  /// The elements of a list; none where this is something else.
  package var items: [Field] {
    guard let nodes = node?.sequence else { return [] }
    return nodes.enumerated().map { index, node in
      let first = node.mapping?.entries.first?.keySpan
      return Field(node.isNull ? nil : node, path.index(index), first ?? node.origin.span ?? place)
    }
  }

  /// The values of a map in the order in which they were written.
  package var entries: [(key: String, value: Field)] {
    node?.mapping?.entries.map { ($0.key, value(of: $0)) } ?? []
  }

  /// The keys of a map, to be told at the key.
  package var keys: [(text: String, field: Field)] {
    node?.mapping?.entries.map { ($0.key, key(of: $0)) } ?? []
  }

  /// The key of one entry of this map.
  func key(of entry: Mapping.Entry) -> Field {
    Field(entry.value, path.key(entry.key), entry.keySpan ?? entry.value.origin.span ?? place)
  }

  /// The value of one entry of this map.
  func value(of entry: Mapping.Entry) -> Field {
    let place = place(of: entry.value, at: entry.keySpan)
    return Field(entry.value.isNull ? nil : entry.value, path.key(entry.key), place)
  }

  /// Where a value of this map is told: a scalar at itself, what has parts at its key.
  private func place(of value: Node, at keySpan: Span?) -> Span? {
    let own = value.origin.span
    return (value.hasParts ? keySpan ?? own : own ?? keySpan) ?? place
  }

  // MARK: What is there

  package var isPresent: Bool { node != nil }
  package var isMap: Bool { node?.mapping != nil }
  package var isList: Bool { node?.sequence != nil }

  /// Whether an API server sees no difference to nothing: absent, or an empty text, list or map.
  package var isEmpty: Bool {
    switch node?.content {
    case nil: true
    case .scalar(let scalar)?: scalar.text.isEmpty
    case .sequence(let nodes)?: nodes.isEmpty
    case .mapping(let mapping)?: mapping.entries.isEmpty
    }
  }

  /// The text of a string.
  package var text: String? {
    guard let scalar = node?.scalar, scalar.type == .string else { return nil }
    return scalar.text
  }

  /// A text that says something.
  package var written: String? {
    text.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The text of a string or of a number, for the fields that take both.
  package var textOrNumber: String? {
    guard let scalar = node?.scalar else { return nil }
    switch scalar.type {
    case .string, .integer, .float: return scalar.text
    case .null, .boolean: return nil
    }
  }

  package var integer: Int? {
    guard let scalar = node?.scalar, scalar.type == .integer else { return nil }
    return Int(scalar.text)
  }

  package var isTrue: Bool { flag == true }
  package var isFalse: Bool { flag == false }

  private var flag: Bool? {
    guard let scalar = node?.scalar, scalar.type == .boolean else { return nil }
    return scalar.text.utf8.first == UInt8(ascii: "t") || scalar.text.utf8.first == UInt8(ascii: "T")
  }

  /// The value as messages show it.
  package var shown: String {
    switch node?.content {
    case nil: return "absent"
    case .sequence(let nodes)?: return nodes.isEmpty ? "empty" : "a list"
    case .mapping(let mapping)?: return mapping.entries.isEmpty ? "empty" : "a map"
    case .scalar(let scalar)?:
      guard scalar.type == .string else { return scalar.text }
      return scalar.text.unicodeScalars.count > 80
        ? "'\(String(String.UnicodeScalarView(scalar.text.unicodeScalars.prefix(80))))…'" : "'\(scalar.text)'"
    }
  }

  // MARK: What is wrong with it

  /// Reports that an API server refuses the value; `fault` goes on after the path.
  func refuse(
    _ code: Code,
    _ fault: String,
    because reason: String = "",
    help: String,
    beside other: Field? = nil,
    reporting findings: inout Findings
  ) {
    var related: [Label] = []
    if let other, let span = other.place, span != place {
      related.append(Label(span, "'\(other.path.route)' is \(other.shown)"))
    }
    findings.report(
      Diagnostic(
        code,
        .error,
        "\(path.description) \(fault)",
        at: place.map { Label($0, reason) },
        related: related,
        help: help
      )
    )
  }
}
