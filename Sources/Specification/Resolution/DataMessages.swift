package import Diagnostics
internal import Kubernetes

extension Code {
  package static let sharedBootstrap = Code("SPAI1367", "shared-bootstrap")
  package static let isolationNotAllowed = Code("SPAI1370", "isolation-not-allowed")
  package static let noOwnCluster = Code("SPAI1371", "no-own-cluster")
  package static let badSQLName = Code("SPAI1372", "bad-sql-name")
  package static let noDataServer = Code("SPAI1373", "no-data-server")
  package static let unclearPlace = Code("SPAI1374", "unclear-place")
  package static let noClusterSize = Code("SPAI1375", "no-cluster-size")
  package static let noDataSecrets = Code("SPAI1376", "no-data-secrets")
}

extension Diagnostic {
  static func sharedBootstrap(_ namespace: Spanned<String>, _ taken: Spanned<String>) -> Self {
    Diagnostic(
      .sharedBootstrap,
      .error,
      "namespace '\(namespace.value)' holds the secrets of the servers' administrators",
      at: namespace.origin.span.map { Label($0, "a tenant in it could read every tenant's data") },
      related: taken.origin.span.map { [Label($0, "where schemas and databases are made")] } ?? [],
      help: "Give the tenant another namespace."
    )
  }

  static func isolationNotAllowed(_ item: Keyed<Database>.Item, _ tier: Tier) -> Self {
    let allowed = tier.isolation.map(\.value.rawValue).joined(separator: ", ")
    let asked = item.value.isolation.map { "isolation '\($0.value.rawValue)' of database" } ?? "database"
    return Diagnostic(
      .isolationNotAllowed,
      .error,
      "tier '\(tier.header.name)' does not allow \(asked) '\(item.name)'",
      at: (item.value.isolation?.origin ?? item.origin).span.map { Label($0, "not allowed") },
      related: (tier.isolation.first?.origin ?? tier.header.origin).span.map {
        [Label($0, allowed.isEmpty ? "the tier has no databases" : "the tier allows \(allowed)")]
      } ?? [],
      help: allowed.isEmpty
        ? "Move the tenant to a tier with 'isolation'."
        : "Use one of \(allowed), or move the tenant to another tier."
    )
  }

  static func noOwnCluster(_ database: UnitDatabase, _ platform: Platform) -> Self {
    Diagnostic(
      .noOwnCluster,
      .error,
      "'isolation: cluster' of database '\(database.name)' needs capability 'cloudNativePG'",
      at: database.isolation.origin.span.map { Label($0, "a PostgreSQL cluster of the tenant's own") },
      related: platform.header.origin.span.map { [Label($0, "this platform does not have it")] } ?? [],
      help:
        "Use 'isolation: database' on a server of the platform, which needs no operator, or add the capability."
    )
  }

  static func badSQLName(_ name: Spanned<String>, _ problem: String) -> Self {
    Diagnostic(
      .badSQLName,
      .error,
      "database name '\(name.value)' is not one for PostgreSQL",
      at: name.origin.span.map { Label($0, "it \(problem)") },
      help: "Set 'name' of the database to at most \(longestSQLName) of a-z, 0-9 and '_'."
    )
  }

  static func noServer(
    _ item: Keyed<Database>.Item,
    _ isolation: Spanned<DataIsolation>,
    _ platform: Platform
  ) -> Self {
    Diagnostic(
      .noDataServer,
      .error,
      "'isolation: \(isolation.value.rawValue)' of database '\(item.name)' needs a server of the platform",
      at: item.origin.span.map { Label($0, "has nowhere to be") },
      related: platform.header.origin.span.map {
        [Label($0, "declares no 'data.servers' with 'data.bootstrap'")]
      } ?? [],
      help: "Declare both in the Platform, or use 'isolation: cluster', which needs neither."
    )
  }

  static func whichPlace(_ what: String, _ origin: Origin, among names: [String]) -> Self {
    Diagnostic(
      .unclearPlace,
      .error,
      "no '\(what)' is named, and the platform has \(names.isEmpty ? "none" : "several")",
      at: origin.span.map { Label($0, "which one?") },
      help: names.isEmpty
        ? "Declare 'data.objectStores' of the Platform."
        : "Set '\(what)' to one of \(names.joined(separator: ", "))."
    )
  }

  static func noAddresses(_ what: String, _ origin: Origin) -> Self {
    Diagnostic(
      .unclearPlace,
      .error,
      "\(what) of the platform's data has no addresses",
      at: origin.span.map { Label($0, "nobody could be let through to it") },
      help: "List its address ranges: network policies open nothing else."
    )
  }

  static func serverOfCluster(_ server: Spanned<String>, _ isolation: Spanned<DataIsolation>) -> Self {
    Diagnostic(
      .unclearPlace,
      .error,
      "a database in the tenant's own cluster is on no server",
      at: server.origin.span.map { Label($0, "names a server all the same") },
      related: isolation.origin.span.map { [Label($0, "its own cluster")] } ?? [],
      help: "Remove 'server', or use 'isolation: database'."
    )
  }

  static func noClusterSize(_ database: UnitDatabase) -> Self {
    Diagnostic(
      .noClusterSize,
      .error,
      "database '\(database.name)' is in the tenant's own cluster, but its size is unknown",
      at: database.isolation.origin.span.map { Label($0, "how large?") },
      help: "Set 'data.cluster' with 'cpu', 'memory' and 'storage'."
    )
  }

  static func noClusterSettings(_ database: UnitDatabase, _ platform: Platform) -> Self {
    Diagnostic(
      .noClusterSize,
      .error,
      "database '\(database.name)' needs 'data.clusters' of the Platform",
      at: database.isolation.origin.span.map { Label($0, "a PostgreSQL cluster of the tenant's own") },
      related: platform.header.origin.span.map { [Label($0, "does not say of which image, run by whom")] }
        ?? [],
      help: "Declare 'data.clusters' with 'image', 'operator' and 'apiServer'."
    )
  }

  static func noDataSecrets(_ origin: Origin, _ tenant: Tenant) -> Self {
    Diagnostic(
      .noDataSecrets,
      .error,
      "tenant '\(tenant.name)' keeps data, but has no secret store for its passwords",
      at: origin.span.map { Label($0, "has a password") },
      related: tenant.header.origin.span.map { [Label($0, "names no 'secretStore'")] } ?? [],
      help: "Set 'secretStore' of the tenant."
    )
  }
}
