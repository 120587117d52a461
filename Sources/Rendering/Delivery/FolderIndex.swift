package import YAMLSyntax

/// The name by which kustomize, kubectl, Argo CD and Flux know an index; they read it instead of looking around.
package let folderIndexName = "kustomization.yaml"

/// The index of a folder that is applied as one.
///
/// - Parameter paths: What is in the folder, relative to it.
/// - Returns: A Kustomization that lists each path once, in the order in which the objects are to be applied.
package func folderIndex(listing paths: Set<String>) -> Node {
  let sorted = paths.map { (order: ApplyOrder(ofFile: $0), path: $0) }.sorted { left, right in
    left.order == right.order
      ? left.path.utf8.lexicographicallyPrecedes(right.path.utf8) : left.order < right.order
  }
  return [
    "apiVersion": "kustomize.config.k8s.io/v1beta1",
    "kind": "Kustomization",
    // Otherwise kustomize would sort by its own taste.
    "sortOptions": ["order": "fifo"],
    "resources": Node(.sequence(sorted.map { Node($0.path) })),
  ]
}

extension ApplyOrder {
  /// The place of a file: its name starts with the kind.
  fileprivate init(ofFile path: String) {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    self.init(ofKind: name.prefix { $0 != "." && $0 != "-" })
  }
}
