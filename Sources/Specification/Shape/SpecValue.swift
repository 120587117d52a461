package import YAMLSyntax

/// A value that can stand in a spec: it says how it is written, and reads itself from a node.
///
/// The two halves belong together: ``Schema/check(_:as:reporting:)`` reports what is wrong with a node,
/// and `init(node:)` is silent and fails only on a node for which the check has something to report.
package protocol SpecValue: Sendable {
  static var schema: Schema { get }

  init?(node: Node)
}

/// A spec value with named fields, declared once in its ``Shape``.
package protocol SpecObject: SpecValue {
  static var shape: Shape<Self> { get }
}

extension SpecObject {
  package static var schema: Schema {
    .object { shape.schema }
  }

  package init?(node: Node) {
    guard let mapping = node.mapping, let value = Self.shape.read(mapping) else { return nil }
    self = value
  }
}

/// A spec value that is one of a fixed set of words.
package protocol SpecEnumeration: SpecValue, RawRepresentable, CaseIterable where RawValue == String {}

extension SpecEnumeration {
  package static var schema: Schema {
    .scalar(.word(of: allCases.map(\.rawValue)))
  }

  package init?(node: Node) {
    guard let text = node.scalar?.text else { return nil }
    self.init(rawValue: text)
  }
}
