package import Diagnostics
package import Kubernetes
internal import YAMLSyntax

/// The data of one unit, with every name as the servers know it.
package struct UnitData: Sendable {
  /// Sorted by name, as is the storage.
  package let databases: [UnitDatabase]
  package let storage: [UnitStorage]
  /// The tenant's own cluster; nil where no database is in it.
  package let cluster: UnitCluster?
  /// Who makes what is on servers; nil where nothing is.
  package let bootstrap: UnitBootstrap?
  /// In the order of the services' names.
  package let migrations: [Migration]

  package static let none = UnitData(databases: [], storage: [], cluster: nil, bootstrap: nil, migrations: [])
}

/// A database, or a schema of one, and the role that has it.
package struct UnitDatabase: Sendable {
  package enum Place: Sendable {
    case server(Spanned<String>, DataServer)
    case cluster
  }

  /// The name by which the tenant's workloads use it.
  package let name: String
  package let origin: Origin
  package let isolation: Spanned<DataIsolation>
  package let place: Place
  package let database: Spanned<String>
  package let schema: Spanned<String>
  package let role: Spanned<String>
  package let connections: Spanned<Int>
}

/// Who makes schemas, databases and roles on servers.
package struct UnitBootstrap: Sendable {
  package let settings: DataBootstrap
  package let image: Spanned<String>
  package let pullSecret: Spanned<String>?
}

/// A tenant's own PostgreSQL cluster.
package struct UnitCluster: Sendable {
  package let version: Spanned<CloudNativePGVersion>
  package let common: DataClusters
  package let image: Spanned<String>
  package let pullSecret: Spanned<String>?
  package let size: PostgresCluster
  /// The line that asks for it.
  package let origin: Origin
  package let backup: (settings: PostgresBackup, store: ObjectStore, prefix: String)?

  /// The names of what belongs to it start with this.
  package static let name = "tenant-data"

  /// The scratch space of each instance, counted in the quota.
  package static let scratch = Quantity(parsing: "1Gi") ?? .zero
}

/// A part of a bucket that is the tenant's.
package struct UnitStorage: Sendable {
  package let name: String
  package let origin: Origin
  package let store: ObjectStore
  package let prefix: Spanned<String>
  package let encryptionKey: Spanned<String>?
}

/// The migrations of one service.
package struct Migration: Sendable {
  package enum Phase: String, Sendable {
    case expand
    case migrate
    case contract
  }

  package let service: String
  /// Its pods: never those that the service's selector finds.
  package let workload: Workload
  package let steps: [(phase: Phase, step: MigrationStep, workload: Workload)]
}

extension TenantUnit {
  /// The databases that a workload uses.
  package func databases(of workload: Workload) -> [UnitDatabase] {
    data.databases.filter { database in workload.pod.data.databases.contains { $0.value == database.name } }
  }

  /// The parts of object storage that a workload uses.
  package func storage(of workload: Workload) -> [UnitStorage] {
    data.storage.filter { part in workload.pod.data.storage.contains { $0.value == part.name } }
  }
}

extension UnitDatabase {
  package var isInCluster: Bool {
    if case .cluster = place { true } else { false }
  }

  /// The Secret with the password of its role.
  package var secretName: String { "tenant-database-\(name)" }
}

extension UnitStorage {
  package var secretName: String { "tenant-storage-\(name)" }
}

extension Repository {
  /// What a tenant says about its data in one environment; nil where it is not whole.
  func data(of tenant: Tenant, in environment: Keyed<TenantEnvironment>.Item) -> TenantData? {
    var redundant: [Redundancy] = []
    return TenantData(node: merge(tenant.data.node, environment.value.data.node, redundant: &redundant))
  }

  /// The name of a database, of its schema or of its role, among those of all tenants.
  func sqlName(_ item: Keyed<Database>.Item, of tenant: Tenant, in environment: Environment) -> Spanned<
    String
  > {
    if let name = item.value.name { return name }
    let name = "\(tenant.name)-\(environment.short.value)-\(item.name)"
    return Spanned(name.withUnderscores, origin: Origin(span: item.origin.span, derivation: .objectName))
  }

  /// The prefix of a part of object storage.
  func prefix(
    _ item: Keyed<StoragePrefix>.Item,
    of tenant: Tenant,
    in environment: Environment
  ) -> Spanned<String> {
    item.value.prefix
      ?? Spanned(
        "\(tenant.name)/\(environment.name)/\(item.name)/",
        origin: Origin(span: item.origin.span, derivation: .objectName)
      )
  }
}

extension String {
  /// A DNS label as a name that PostgreSQL takes without quotes.
  var withUnderscores: String { replacing("-", with: "_") }
}
