package import YAMLSyntax

/// An object as its first lines introduce it.
package struct APIObject: Sendable {
  /// Empty for the core group.
  package let group: String
  package let kind: String
  package let root: Field

  package init(_ node: Node) {
    let version = node.mapping?["apiVersion"]?.scalar?.text ?? ""
    group = version.firstIndex(of: "/").map { String(version[..<$0]) } ?? ""
    kind = node.mapping?["kind"]?.scalar?.text ?? ""
    root = Field(object: node, kind: kind)
  }
}
