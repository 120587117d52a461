package import Diagnostics
package import YAMLSyntax

/// An object of one revision, and the unit that it belongs to.
package struct ReviewedObject: Sendable {
  /// For instance `production/acme`.
  package let unit: String
  package let apiVersion: String
  package let kind: String
  /// Nil for an object of the cluster.
  package let namespace: String?
  package let name: String
  package let tree: Node
  /// The spec line that the object as a whole is there for.
  package let owner: Origin

  package init(
    unit: String,
    apiVersion: String,
    kind: String,
    namespace: String?,
    name: String,
    tree: Node,
    owner: Origin = .none
  ) {
    self.unit = unit
    self.apiVersion = apiVersion
    self.kind = kind
    self.namespace = namespace
    self.name = name
    self.tree = tree
    self.owner = owner
  }

  /// The API group; empty for the core group.
  package var group: String {
    apiVersion.firstIndex(of: "/").map { String(apiVersion[..<$0]) } ?? ""
  }

  /// Group and kind, by which rules know an object: `apps/Deployment`, `Service`.
  var groupKind: String { group.isEmpty ? kind : "\(group)/\(kind)" }

  /// The object with another tree.
  func with(tree: Node) -> ReviewedObject {
    ReviewedObject(
      unit: unit,
      apiVersion: apiVersion,
      kind: kind,
      namespace: namespace,
      name: name,
      tree: tree,
      owner: owner
    )
  }
}

/// A workload that has another name in the new revision.
package struct Rename: Hashable, Sendable {
  package let tenant: String
  package let old: String
  package let new: String

  package init(tenant: String, old: String, new: String) {
    self.tenant = tenant
    self.old = old
    self.new = new
  }
}
