import YAMLSyntax

/// An object as its first lines introduce it.
struct APIObject {
  /// Empty for the core group.
  let group: String
  let kind: String
  let root: Field

  init(_ node: Node) {
    let version = node.mapping?["apiVersion"]?.scalar?.text ?? ""
    group = version.firstIndex(of: "/").map { String(version[..<$0]) } ?? ""
    kind = node.mapping?["kind"]?.scalar?.text ?? ""
    root = Field(object: node, kind: kind)
  }
}
