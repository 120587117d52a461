package import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

/// Something that only one tenant may reach, in one environment.
private struct DataClaim {
  /// In words: `database 'x' on server 'y'`.
  let what: String
  /// The parts of its place, outermost first; what is below another one's place is reached through it.
  let place: [String]
  let tenant: String
  let environment: String
  let origin: Origin

  func overlaps(_ other: DataClaim) -> Bool {
    place.starts(with: other.place)
  }
}

extension Repository {
  /// No two tenants, and no two environments of one, reach the same database, schema, prefix, key or secret.
  ///
  /// It is told before anything is written, and neither of the two is built: which of them is right, nobody can say.
  mutating func checkDataClaims(reporting findings: inout Findings) {
    let claims = tenants.all.flatMap { dataClaims(of: $0) }.sorted {
      $0.place.lexicographicallyPrecedes($1.place)
    }
    var open: [DataClaim] = []
    for claim in claims {
      open.removeAll { !claim.overlaps($0) }
      if let first = open.first(where: { $0.isOther(than: claim) }) {
        findings.report(.sharedData(claim, first))
        for tenant in [claim.tenant, first.tenant] { breakTenant(tenant) }
      }
      open.append(claim)
    }
    checkSecretKeys(reporting: &findings)
  }

  private func dataClaims(of tenant: Tenant) -> [DataClaim] {
    tenant.environments.items.flatMap { item -> [DataClaim] in
      guard let environment = environments[item.name], let data = data(of: tenant, in: item) else {
        return []
      }
      func claim(_ what: String, _ place: [String], _ origin: Origin) -> DataClaim {
        DataClaim(what: what, place: place, tenant: tenant.name, environment: item.name, origin: origin)
      }
      let isolation = tiers[tenant.tier.value]?.isolation.first?.value
      let databases = data.databases.items.compactMap { database -> DataClaim? in
        let servers = platform.data.servers
        guard (database.value.isolation?.value ?? isolation) != .cluster,
          let server = database.value.server.map({ servers[$0.value] }) ?? servers.items.first?.value
        else { return nil }
        let name = sqlName(database, of: tenant, in: environment)
        // A role is known to the whole server, so that even a schema and a database may not share a name.
        return claim(
          "'\(name.value)' on '\(server.host.value)'",
          ["postgres", "\(server.host.value):\(server.port.value)", name.value],
          name.origin
        )
      }
      let storage = data.storage.items.flatMap { part -> [DataClaim] in
        let stores = platform.data.objectStores
        guard let store = part.value.store.map({ stores[$0.value] }) ?? stores.items.first?.value else {
          return []
        }
        let prefix = prefix(part, of: tenant, in: environment)
        let place = claim(
          "prefix '\(prefix.value)' of bucket '\(store.bucket.value)'",
          ["bucket", store.bucket.value] + prefix.value.split(separator: "/").map(String.init),
          prefix.origin
        )
        let key = part.value.encryptionKey.map {
          DataClaim(
            what: "encryption key '\($0.value)'",
            place: ["key", $0.value],
            tenant: tenant.name,
            environment: "",
            origin: $0.origin
          )
        }
        return [place] + (key.map { [$0] } ?? [])
      }
      let backup = data.cluster?.backup.flatMap { backup -> DataClaim? in
        let stores = platform.data.objectStores
        guard let store = backup.store.map({ stores[$0.value] }) ?? stores.items.first?.value else {
          return nil
        }
        let prefix = backupPrefix(of: tenant, in: environment)
        return claim(
          "prefix '\(prefix)' of bucket '\(store.bucket.value)'",
          ["bucket", store.bucket.value] + prefix.split(separator: "/").map(String.init),
          data.cluster?.cpu.origin ?? item.origin
        )
      }
      return databases + storage + (backup.map { [$0] } ?? [])
    }
  }

  /// A key of the secret store that a tenant writes itself is in nobody else's part of it, and nobody else's.
  private mutating func checkSecretKeys(reporting findings: inout Findings) {
    var owners: [String: (tenant: String, origin: Origin)] = [:]
    for tenant in tenants.all {
      for key in writtenSecretKeys(of: tenant) {
        let folder = key.value.split(separator: "/").first.map(String.init) ?? key.value
        if folder != tenant.name, let other = tenants[folder] {
          findings.report(.sharedSecret(key, tenant.name, other.name, other.header.origin))
          breakTenant(tenant.name)
          continue
        }
        let place = "\(tenant.facts.secretStore?.value ?? "") \(key.value)"
        if let first = owners[place], first.tenant != tenant.name {
          findings.report(.sharedSecret(key, tenant.name, first.tenant, first.origin))
          breakTenant(tenant.name)
          breakTenant(first.tenant)
        } else if owners[place] == nil {
          owners[place] = (tenant.name, key.origin)
        }
      }
    }
  }

  private func writtenSecretKeys(of tenant: Tenant) -> [Spanned<String>] {
    let services = tenant.services.items.map(\.value) + (appServices[tenant.name] ?? []).map(\.service)
    let jobs = tenant.jobs.items.map(\.value) + (batchJobs[tenant.name] ?? []).map(\.job)
    var layers = [tenant.defaults.services.node, tenant.defaults.jobs.node]
    for service in services {
      layers.append(service.layer.node)
      layers += service.environments.items.map(\.value.node)
    }
    for job in jobs {
      layers.append(job.layer.node)
      layers += job.environments.items.map(\.value.node)
    }
    return layers.flatMap { layer in
      (layer.mapping?["secrets"]?.mapping?.entries ?? []).compactMap { secret in
        secret.value.mapping?["key"].flatMap(Spanned<String>.init(node:))
      }
    }
  }
}

extension DataClaim {
  /// Whether it is not the same thing under two names: of one tenant and environment, a prefix may hold another.
  fileprivate func isOther(than claim: DataClaim) -> Bool {
    if tenant != claim.tenant || environment != claim.environment { return true }
    return place.first == "postgres"
  }
}

// MARK: - Messages

extension Code {
  package static let sharedData = Code("SPAI1377", "shared-data")
  package static let sharedSecret = Code("SPAI1378", "shared-secret")
}

extension Diagnostic {
  fileprivate static func sharedData(_ claim: DataClaim, _ first: DataClaim) -> Self {
    func whose(_ claim: DataClaim) -> String {
      "tenant '\(claim.tenant)'" + (claim.environment.isEmpty ? "" : " in \(claim.environment)")
    }
    return Diagnostic(
      .sharedData,
      .error,
      "\(whose(claim)) and \(whose(first)) would both reach \(claim.what)",
      at: claim.origin.span.map { Label($0, "reached from here") },
      related: first.origin.span.map { [Label($0, "and from here")] } ?? [],
      help: "Give one of them another name; neither is built until then."
    )
  }

  fileprivate static func sharedSecret(
    _ key: Spanned<String>,
    _ tenant: String,
    _ other: String,
    _ place: Origin
  ) -> Self {
    Diagnostic(
      .sharedSecret,
      .error,
      "tenant '\(tenant)' would read secret '\(key.value)' of tenant '\(other)'",
      at: key.origin.span.map { Label($0, "the other's secret") },
      related: place.span.map { [Label($0, "the other tenant")] } ?? [],
      help: "Leave 'key' out, or keep a copy of the secret under '\(tenant)/'."
    )
  }
}
