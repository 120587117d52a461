package import YAMLSyntax

/// An object as its first lines introduce it.
///
/// Hundreds of rules hand it around and ask for the same few fields: these are found once, and copies share them.
package struct APIObject: Sendable {
  private let facts: Facts

  private final class Facts: Sendable {
    let group: String
    let kind: String
    let root: Field
    let metadata: Field
    let spec: Field
    let name: String
    let namespace: String?
    let labels: Field

    init(_ node: Node) {
      let version = node.mapping?["apiVersion"]?.scalar?.text ?? ""
      group = version.firstIndex(of: "/").map { String(version[..<$0]) } ?? ""
      kind = node.mapping?["kind"]?.scalar?.text ?? ""
      root = Field(object: node, kind: kind)
      metadata = root["metadata"]
      spec = root["spec"]
      name = metadata["name"].text ?? ""
      namespace = metadata["namespace"].text
      labels = metadata["labels"]
    }
  }

  package init(_ node: Node) {
    facts = Facts(node)
  }

  /// Empty for the core group.
  package var group: String { facts.group }
  package var kind: String { facts.kind }
  package var root: Field { facts.root }
  package var metadata: Field { facts.metadata }
  package var spec: Field { facts.spec }
  /// Empty where it has none.
  package var name: String { facts.name }
  package var namespace: String? { facts.namespace }
  package var labels: Field { facts.labels }
}
