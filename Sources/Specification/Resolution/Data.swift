internal import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

extension Resolver {
  /// Binds what the tenant keeps to the servers, clusters and buckets of the platform.
  mutating func data(
    _ services: [Service],
    _ declared: TenantEnvironment,
    reporting findings: inout Findings
  ) -> UnitData {
    let data: TenantData? = decodeLayers(
      tenant.data.node,
      [declared.data.node],
      locked: [],
      origin: tenant.header.origin,
      owner: "data",
      reporting: &findings
    )
    guard let data else { return .none }
    let databases = data.databases.items.compactMap { database($0, reporting: &findings) }
    let storage = data.storage.items.compactMap { item -> UnitStorage? in
      store(item.value.store, for: item.origin, reporting: &findings).map { store in
        UnitStorage(
          name: item.name,
          origin: item.origin,
          store: store,
          prefix: repository.prefix(item, of: tenant, in: environment),
          encryptionKey: item.value.encryptionKey
        )
      }
    }
    if let first = databases.first?.origin ?? storage.first?.origin {
      checkSecrets(ofDataAt: first, reporting: &findings)
    }
    let own = databases.first { $0.isInCluster }
    if let own, platform.capabilities.cloudNativePG == nil { findings.report(.noOwnCluster(own, platform)) }
    return UnitData(
      databases: databases.sorted { $0.name < $1.name },
      storage: storage.sorted { $0.name < $1.name },
      cluster: own.flatMap { cluster(data.cluster, for: $0, reporting: &findings) },
      bootstrap: databases.contains { !$0.isInCluster } ? bootstrap(reporting: &findings) : nil,
      migrations: services.compactMap { migration(of: $0, reporting: &findings) }
    )
  }

  private func checkSecrets(ofDataAt origin: Origin, reporting findings: inout Findings) {
    if tenant.facts.secretStore == nil { findings.report(.noDataSecrets(origin, tenant)) }
    if platform.capabilities.externalSecrets == nil {
      reportMissing(
        "externalSecrets",
        "the Secrets of databases and object storage must be made by other means",
        reporting: &findings
      )
    }
  }

  private func bootstrap(reporting findings: inout Findings) -> UnitBootstrap? {
    guard let settings = platform.data.bootstrap,
      let registry = platform.registries.find(
        settings.image.registry,
        kind: "registry of the platform",
        reporting: &findings
      )
    else { return nil }
    return UnitBootstrap(
      settings: settings,
      image: reference((settings.image, registry.value)),
      pullSecret: registry.value.pullSecret
    )
  }

  /// Every name under 'data' of a workload is one that the tenant declares.
  func checkDataUses(_ workloads: [Workload], reporting findings: inout Findings) {
    guard !workloads.isEmpty, let item = tenant.environments.item(environment.name),
      let data = repository.data(of: tenant, in: item)
    else { return }
    for workload in workloads {
      for name in workload.pod.data.databases {
        _ = data.databases.find(name, kind: "database of tenant '\(tenant.name)'", reporting: &findings)
      }
      for name in workload.pod.data.storage {
        _ = data.storage.find(name, kind: "storage of tenant '\(tenant.name)'", reporting: &findings)
      }
    }
  }

  private func database(_ item: Keyed<Database>.Item, reporting findings: inout Findings) -> UnitDatabase? {
    guard let isolation = item.value.isolation ?? tier.isolation.first,
      tier.isolation.contains(where: { $0.value == isolation.value })
    else {
      findings.report(.isolationNotAllowed(item, tier))
      return nil
    }
    let name = repository.sqlName(item, of: tenant, in: environment)
    func database(at place: UnitDatabase.Place, _ database: Spanned<String>, schema: Spanned<String>)
      -> UnitDatabase
    {
      let role = isolation.value == .cluster ? database : name
      return UnitDatabase(
        name: item.name,
        origin: item.origin,
        isolation: isolation,
        place: place,
        database: database,
        schema: schema,
        role: role,
        connections: item.value.connections
      )
    }
    if isolation.value == .cluster {
      if let server = item.value.server { findings.report(.serverOfCluster(server, isolation)) }
      let own = item.value.name ?? Spanned(item.name.withUnderscores, origin: item.origin)
      if let problem = ScalarFormat.sqlName.problem(own.value) {
        findings.report(.badSQLName(own, problem))
      }
      return database(at: .cluster, own, schema: Spanned("public", origin: isolation.origin))
    }
    guard let server = server(item, isolation, reporting: &findings) else { return nil }
    if let problem = ScalarFormat.sqlName.problem(name.value) {
      findings.report(.badSQLName(name, problem))
    } else if isolation.value == .database, name.value == server.1.database.value {
      findings.report(.badSQLName(name, "is the one that holds the schemas of all tenants"))
    }
    return isolation.value == .schema
      ? database(at: .server(server.0, server.1), server.1.database, schema: name)
      : database(at: .server(server.0, server.1), name, schema: Spanned("public", origin: isolation.origin))
  }

  private func server(
    _ item: Keyed<Database>.Item,
    _ isolation: Spanned<DataIsolation>,
    reporting findings: inout Findings
  ) -> (Spanned<String>, DataServer)? {
    let servers = platform.data.servers
    guard platform.data.bootstrap != nil, !servers.isEmpty else {
      findings.report(.noServer(item, isolation, platform))
      return nil
    }
    let only = servers.items.count == 1 ? servers.names.first.map { Spanned($0, origin: item.origin) } : nil
    guard let name = item.value.server ?? only else {
      findings.report(.whichPlace("server", item.origin, among: servers.names))
      return nil
    }
    return servers.find(name, kind: "server of the platform", reporting: &findings).map { server in
      checkAddresses(server.value.cidrs, "server '\(server.name)'", server.origin, reporting: &findings)
      return (name, server.value)
    }
  }

  private func store(
    _ name: Spanned<String>?,
    for origin: Origin,
    reporting findings: inout Findings
  ) -> ObjectStore? {
    let stores = platform.data.objectStores
    let only = stores.items.count == 1 ? stores.items.first : nil
    let store =
      name.map { stores.find($0, kind: "object store of the platform", reporting: &findings) } ?? only
    guard let store else {
      if name == nil { findings.report(.whichPlace("store", origin, among: stores.names)) }
      return nil
    }
    checkAddresses(store.value.cidrs, "object store '\(store.name)'", store.origin, reporting: &findings)
    return store.value
  }

  /// Without an address, no network policy could open the way.
  private func checkAddresses(
    _ cidrs: [Spanned<CIDR>],
    _ what: String,
    _ origin: Origin,
    reporting findings: inout Findings
  ) {
    if cidrs.isEmpty { findings.report(.noAddresses(what, origin)) }
  }

  private func cluster(
    _ size: PostgresCluster?,
    for database: UnitDatabase,
    reporting findings: inout Findings
  ) -> UnitCluster? {
    guard let version = platform.capabilities.cloudNativePG else { return nil }
    guard let size else {
      findings.report(.noClusterSize(database))
      return nil
    }
    guard let common = platform.data.clusters else {
      findings.report(.noClusterSettings(database, platform))
      return nil
    }
    checkSize(size, reporting: &findings)
    checkAddresses(common.apiServer, "'apiServer'", common.image.tag.origin, reporting: &findings)
    let registry = platform.registries.find(
      common.image.registry,
      kind: "registry of the platform",
      reporting: &findings
    )
    if let name = size.storageClass {
      _ = platform.catalogue.storageClasses.find(
        name,
        kind: "storage class of the platform",
        reporting: &findings
      )
    }
    guard let registry else { return nil }
    let backup = size.backup.flatMap { settings in
      store(settings.store, for: size.cpu.origin, reporting: &findings)
        .map { (settings, $0, backupPrefix(of: tenant, in: environment)) }
    }
    return UnitCluster(
      version: version,
      common: common,
      image: reference((common.image, registry.value)),
      pullSecret: registry.value.pullSecret,
      size: size,
      origin: database.origin,
      backup: backup
    )
  }

  private func checkSize(_ size: PostgresCluster, reporting findings: inout Findings) {
    let limits = tier.limits
    func check(_ what: String, _ asked: Spanned<Quantity>, _ limit: Spanned<Quantity>) {
      guard asked.value > limit.value else { return }
      findings.report(
        .overLimit(
          "\(what) of the PostgreSQL cluster",
          asked.value.text,
          asked.origin,
          limit: limit.value.text,
          limit.origin
        )
      )
    }
    check("cpu", size.cpu, limits.maxCPU)
    check("memory", size.memory, limits.maxMemory)
    check("storage", size.storage, limits.maxClaim)
    if size.instances.value > limits.maxReplicas.value {
      findings.report(
        .overLimit(
          "instances of the PostgreSQL cluster",
          "\(size.instances.value)",
          size.instances.origin,
          limit: "\(limits.maxReplicas.value)",
          limits.maxReplicas.origin
        )
      )
    }
  }
}

/// Where the backups of a tenant's cluster are in the bucket.
func backupPrefix(of tenant: Tenant, in environment: Environment) -> String {
  "\(tenant.name)/\(environment.name)/postgres/"
}
