internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The role of a database in the tenant's own cluster: it owns that, and may nothing else.
  static let postgresRole = ResourceRenderer("DatabaseRole") { unit in
    guard let cluster = unit.data.cluster else { return [] }
    return unit.data.databases.filter(\.isInCluster).map { database in
      unit.object(
        "DatabaseRole",
        of: database,
        in: cluster,
        [
          "name": Node(database.role),
          "login": true,
          "superuser": false,
          "createdb": false,
          "createrole": false,
          "replication": false,
          "bypassrls": false,
          "connectionLimit": Node(database.connections),
          "passwordSecret": ["name": Node(database.secretName)],
          "databaseRoleReclaimPolicy": "retain",
        ]
      )
    }
  }
}
