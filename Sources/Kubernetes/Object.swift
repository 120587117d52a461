package import Diagnostics
package import YAMLSyntax

/// A Kubernetes object: its identity, its tree in print order, and what it is there for.
package struct KubernetesObject: Sendable {
  package let apiVersion: String
  package let kind: String
  package let name: String
  package let namespace: String?
  package var root: Node
  /// The spec line that the object as a whole is there for; stands for fields with no line of their own.
  package let owner: Origin
  package let renderer: String

  package init(
    _ apiVersion: String,
    _ kind: String,
    name: String,
    namespace: String?,
    labels: Mapping,
    annotations: Mapping = Mapping(),
    owner: Origin,
    renderer: String,
    body: Node
  ) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.name = name
    self.namespace = namespace
    self.owner = owner
    self.renderer = renderer
    let identity = Origin(span: owner.span, derivation: .objectName)
    let metadata: Node = [
      "name": Node(name, origin: identity),
      "namespace": namespace.map { Node($0, origin: identity) },
      "labels": labels.sortedNode,
      "annotations": annotations.sortedNode,
    ]
    let head: Node = ["apiVersion": Node(apiVersion), "kind": Node(kind), "metadata": metadata]
    let entries = (head.mapping?.entries ?? []) + (body.mapping?.entries ?? [])
    root = Node(.mapping(Mapping(entries)))
  }

  /// The same object, whose API version somebody chose at a line.
  package func withVersion(at origin: Origin) -> KubernetesObject {
    var object = self
    guard case .mapping(var mapping) = root.content else { return self }
    for index in mapping.entries.indices where mapping.entries[index].key == "apiVersion" {
      mapping.entries[index].value.origin = origin
    }
    object.root.content = .mapping(mapping)
    return object
  }

  /// The same object with another tree and name.
  package func renamed(_ name: String, root: Node) -> KubernetesObject {
    KubernetesObject(renaming: self, name, root)
  }

  private init(renaming object: KubernetesObject, _ name: String, _ root: Node) {
    apiVersion = object.apiVersion
    kind = object.kind
    self.name = name
    namespace = object.namespace
    owner = object.owner
    renderer = object.renderer
    self.root = root
    guard case .mapping(var mapping) = root.content,
      let index = mapping.entries.firstIndex(where: { $0.key == "metadata" }),
      case .mapping(var metadata) = mapping.entries[index].value.content
    else { return }
    for entry in metadata.entries.indices where metadata.entries[entry].key == "name" {
      metadata.entries[entry].value.content = .scalar(Scalar(name, type: .string))
    }
    mapping.entries[index].value.content = .mapping(metadata)
    self.root.content = .mapping(mapping)
  }

  /// The API group; empty for the core group.
  package var group: String {
    apiVersion.firstIndex(of: "/").map { String(apiVersion[..<$0]) } ?? ""
  }

  /// The name of its file; without the version, so that an upgrade of the API is a one-line change.
  package var fileName: String {
    "\(kind.lowercased())\(group.isEmpty ? "" : "." + group)-\(name).yaml"
  }
}

extension Mapping {
  /// The entries sorted by the bytes of their keys; nil where there are none.
  fileprivate var sortedNode: Node? {
    guard !entries.isEmpty else { return nil }
    let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return Node(.mapping(Mapping(sorted)))
  }
}
