package import Diagnostics
package import Kubernetes
package import YAMLSyntax

/// A value with the place where it was written.
package struct Spanned<Value: Sendable>: Sendable {
  package var value: Value
  package var origin: Origin

  package init(_ value: Value, origin: Origin) {
    self.value = value
    self.origin = origin
  }

  /// A default that nobody wrote.
  package init(_ value: Value) {
    self.init(value, origin: .none)
  }
}

extension Spanned: SpecValue where Value: SpecValue {
  package static var schema: Schema { Value.schema }

  package init?(node: Node) {
    guard let value = Value(node: node) else { return nil }
    self.init(value, origin: node.origin)
  }
}

/// Named things in the order in which they were written.
package struct Keyed<Value: Sendable>: Sendable {
  package struct Item: Sendable {
    package let name: String
    package let origin: Origin
    package let value: Value
  }

  package let items: [Item]

  package init(_ items: [Item]) {
    self.items = items
  }

  package var isEmpty: Bool { items.isEmpty }
  package var names: [String] { items.map(\.name) }

  package subscript(name: String) -> Value? {
    items.first { $0.name == name }?.value
  }

  package func item(_ name: String) -> Item? {
    items.first { $0.name == name }
  }
}

extension Keyed: SpecValue where Value: SpecValue {
  package static var schema: Schema { .map(keys: .text, values: Value.schema) }

  package init?(node: Node) {
    guard let mapping = node.mapping else { return nil }
    var items: [Item] = []
    items.reserveCapacity(mapping.entries.count)
    for entry in mapping.entries {
      guard let value = Value(node: entry.value) else { return nil }
      let origin = entry.keySpan.map(Origin.written) ?? entry.value.origin
      items.append(Item(name: entry.key, origin: origin, value: value))
    }
    self.init(items)
  }
}

extension Array: SpecValue where Element: SpecValue {
  package static var schema: Schema { .list(Element.schema) }

  package init?(node: Node) {
    guard let nodes = node.sequence else { return nil }
    self = []
    reserveCapacity(nodes.count)
    for node in nodes {
      guard let element = Element(node: node) else { return nil }
      append(element)
    }
  }
}

extension Node: SpecValue {
  package static var schema: Schema { .anything }

  package init?(node: Node) {
    self = node
  }
}

/// A part of a layered object, kept as the tree that was written until all layers are merged.
package struct Layer<Object: SpecObject>: SpecValue {
  package let node: Node

  package static var schema: Schema { .layer(Object.schema) }

  package init(node: Node) {
    self.node = node
  }

  /// A layer that says nothing.
  package static var empty: Layer { Layer(node: [:]) }
}

extension Field {
  /// The fields of a layered object, written among this shape's own.
  package static func inlineLayer<Object: SpecObject>(of object: Object.Type) -> Field
  where Value == Layer<Object> {
    let fields = Object.shape.schema.fields
    return Field(
      schemas: fields.map {
        FieldSchema($0.name, $0.summary, .layer($0.schema), isRequired: false, defaultText: $0.defaultText)
      },
      read: { mapping in
        let entries = mapping.entries.filter { entry in fields.contains { $0.name == entry.key } }
        return Layer(node: Node(.mapping(Mapping(entries))))
      }
    )
  }
}

// MARK: - Scalars

extension String: SpecValue {
  package static var schema: Schema { .scalar(.text) }

  package init?(node: Node) {
    guard let scalar = node.scalar, scalar.type != .null else { return nil }
    self = scalar.text
  }
}

extension Bool: SpecValue {
  package static var schema: Schema { .scalar(.flag) }

  package init?(node: Node) {
    guard let scalar = node.scalar, scalar.type == .boolean else { return nil }
    self = scalar.text.utf8.first == UInt8(ascii: "t") || scalar.text.utf8.first == UInt8(ascii: "T")
  }
}

extension Int: SpecValue {
  package static var schema: Schema { .scalar(.integer()) }

  package init?(node: Node) {
    guard let scalar = node.scalar, scalar.type == .integer else { return nil }
    self.init(scalar.text)
  }
}

extension Quantity: SpecValue {
  package static var schema: Schema { .scalar(.quantity) }

  package init?(node: Node) {
    guard let scalar = node.scalar, scalar.type != .null else { return nil }
    self.init(parsing: scalar.text)
  }
}

extension TimeSpan: SpecValue {
  package static var schema: Schema { .scalar(.duration) }

  package init?(node: Node) {
    guard let scalar = node.scalar else { return nil }
    self.init(parsing: scalar.text)
  }
}

extension CIDR: SpecValue {
  package static var schema: Schema { .scalar(.cidr) }

  package init?(node: Node) {
    guard let scalar = node.scalar else { return nil }
    self.init(parsing: scalar.text)
  }
}
