package import Diagnostics

/// A YAML value and where it comes from: the one tree of the compiler, from the parser through the layers
/// and the Kubernetes objects to the printer.
package struct Node: Sendable {
  package var content: Content
  package var origin: Origin

  package init(_ content: Content, origin: Origin = .none) {
    self.content = content
    self.origin = origin
  }

  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping(Mapping)
  }
}

/// A scalar: its text, and what the YAML 1.2 core schema takes it for.
///
/// Numbers keep their text until a shape gives them a type, so that `1.10` read as a version stays `1.10`.
package struct Scalar: Hashable, Sendable {
  package var text: String
  package var type: ScalarType
  package var style: ScalarStyle

  package init(_ text: String, type: ScalarType, style: ScalarStyle = .plain) {
    self.text = text
    self.type = type
    self.style = style
  }
}

/// The types of the YAML 1.2 core schema.
package enum ScalarType: UInt8, Sendable {
  case null
  case boolean
  case integer
  case float
  case string
}

/// How a scalar was written; the printer chooses its own.
package enum ScalarStyle: UInt8, Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  case literal
  case folded
}

/// Keys and values in the order in which they were written; keys are unique.
package struct Mapping: Sendable {
  package var entries: [Entry]

  package init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  package struct Entry: Sendable {
    package var key: String
    /// Where the key was written; nil for a key that the compiler made.
    package var keySpan: Span?
    package var value: Node

    package init(_ key: String, keySpan: Span? = nil, _ value: Node) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  package subscript(key: String) -> Node? {
    index(of: key).map { entries[$0].value }
  }

  package func entry(_ key: String) -> Entry? {
    index(of: key).map { entries[$0] }
  }

  /// The place of a key; entries that are passed by are not copied.
  package func index(of key: String) -> Int? {
    for index in entries.indices where entries[index].key.hasSameBytes(as: key) { return index }
    return nil
  }
}

extension Node {
  package var scalar: Scalar? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar
  }

  package var sequence: [Node]? {
    guard case .sequence(let nodes) = content else { return nil }
    return nodes
  }

  package var mapping: Mapping? {
    guard case .mapping(let mapping) = content else { return nil }
    return mapping
  }

  /// Whether it is a list or a map.
  package var hasParts: Bool {
    switch content {
    case .scalar: false
    case .sequence, .mapping: true
    }
  }

  package var isNull: Bool {
    switch content {
    case .scalar(let scalar): scalar.type == .null
    case .sequence, .mapping: false
    }
  }
}

// MARK: - Literals

/// Renderers write objects as literals that read like the YAML they become. An entry whose value is nil is
/// left out.
extension Node: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  package init(dictionaryLiteral elements: (String, Node?)...) {
    self.init(
      .mapping(
        Mapping(
          elements.compactMap { key, value in
            value.map { Mapping.Entry(key, $0) }
          }
        )
      )
    )
  }

  package init(arrayLiteral elements: Node...) {
    self.init(.sequence(elements))
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }

  package init(integerLiteral value: Int) {
    self.init(value)
  }

  package init(booleanLiteral value: Bool) {
    self.init(value)
  }

  package init(_ text: String, origin: Origin = .none) {
    self.init(.scalar(Scalar(text, type: .string)), origin: origin)
  }

  package init(_ number: Int, origin: Origin = .none) {
    self.init(.scalar(Scalar(String(number), type: .integer)), origin: origin)
  }

  package init(_ flag: Bool, origin: Origin = .none) {
    self.init(.scalar(Scalar(flag ? "true" : "false", type: .boolean)), origin: origin)
  }
}
