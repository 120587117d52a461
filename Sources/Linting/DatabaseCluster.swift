package import Validation

/// A PostgreSQL cluster of CloudNativePG: the operator makes its pods, so that no object of a set shows them.
package struct DatabaseCluster: Sendable {
  package let object: APIObject

  private init(_ object: APIObject) { self.object = object }

  /// The labels of its pods.
  var labels: [(key: String, value: String)] {
    object.spec["inheritedMetadata"]["labels"].texts
      + [("cnpg.io/cluster", object.name), ("cnpg.io/podRole", "instance")]
  }

  /// Whether a label selector selects pods of a cluster in one of some namespaces.
  static func isSelected(by selector: Field, in namespaces: [String?], of set: ObjectSet) -> Bool {
    all(in: set).contains { namespaces.contains($0.object.namespace) && selector.selects($0.labels) }
  }

  /// The clusters of a set.
  package static func all(in set: ObjectSet) -> [DatabaseCluster] {
    set.ofKind("Cluster", of: group).map(DatabaseCluster.init)
  }

  static let group = "postgresql.cnpg.io"
}
