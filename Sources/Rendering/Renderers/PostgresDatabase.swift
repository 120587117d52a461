internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A database in the tenant's own cluster; what is in it outlives the object.
  static let postgresDatabase = ResourceRenderer("Database") { unit in
    guard let cluster = unit.data.cluster else { return [] }
    return unit.data.databases.filter(\.isInCluster).map { database in
      unit.object(
        "Database",
        of: database,
        in: cluster,
        [
          "name": Node(database.database),
          "owner": Node(database.role),
          "ensure": "present",
          "databaseReclaimPolicy": "retain",
        ]
      )
    }
  }
}

extension TenantUnit {
  /// An object about one database of the tenant's own cluster.
  func object(_ kind: String, of database: UnitDatabase, in cluster: UnitCluster, _ spec: Node)
    -> KubernetesObject
  {
    let inCluster: Node = ["cluster": ["name": Node(UnitCluster.name)]]
    return KubernetesObject(
      cluster.version.value.rawValue,
      kind,
      name: database.name,
      namespace: namespace.value,
      labels: Mapping(labels),
      owner: database.origin,
      renderer: kind,
      body: ["spec": inCluster.adding(spec.mapping?.entries.map { ($0.key, $0.value) })]
    ).withVersion(at: cluster.version.origin)
  }
}
