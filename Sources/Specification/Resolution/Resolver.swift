package import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

/// What the command line may say about every workload.
package struct Overrides: Sendable {
  package var strategy: ReleaseStrategy?

  package init(strategy: ReleaseStrategy? = nil) {
    self.strategy = strategy
  }
}

/// Resolves one tenant in one environment: lays its layers, binds its names, computes its numbers.
///
/// A tenant with errors in its documents is resolved as far as it can be read, for its further mistakes.
///
/// - Returns: nil where anything is wrong; a unit is whole or it isn't.
package func resolve(
  _ tenant: Tenant,
  in environmentName: String,
  of repository: Repository,
  bases: LayerBases,
  overrides: Overrides,
  reporting findings: inout Findings
) -> TenantUnit? {
  guard let declared = tenant.environments.item(environmentName) else { return nil }
  let before = findings.errorCount
  let isBroken = repository.brokenTenants.contains(tenant.name)
  let environment = repository.environments.find(
    Spanned(declared.name, origin: declared.origin),
    kind: "Environment",
    reporting: &findings
  )
  let tier = repository.tiers.find(tenant.tier, kind: "Tier", reporting: &findings)
  repository.checkFacts(of: tenant, reporting: &findings)
  guard let environment, let tier else {
    repository.checkTemplates(of: tenant, reporting: &findings)
    return nil
  }

  var resolver = Resolver(
    repository: repository,
    bases: bases,
    tenant: tenant,
    tier: tier,
    environment: environment,
    overrides: overrides
  )
  let namespace = resolver.namespace(declared.value, reporting: &findings)
  resolver.checkApplication(declared.origin, reporting: &findings)
  let quota = resolver.quota(declared.value, reporting: &findings)
  var services = resolver.services(reporting: &findings)
  var jobs = resolver.jobs(reporting: &findings)
  let data = resolver.data(services, declared.value, reporting: &findings)
  resolver.checkDataUses(services.map(\.workload) + jobs.map(\.workload), reporting: &findings)
  resolver.checkObservability(services, jobs, reporting: &findings)
  resolver.checkTelemetry(services, jobs, reporting: &findings)
  resolver.checkChaos(services, reporting: &findings)
  let recovery = resolver.recovery(declared.value, jobs, reporting: &findings)
  let edges = resolver.edges(services, jobs, reporting: &findings)
  resolver.checkHosts(services, reporting: &findings)
  resolver.checkMesh(services, jobs, reporting: &findings)
  let extensions = repository.extensions(of: tenant, in: environment)
  let oldNames = resolver.moves(extensions.moves, services: services, jobs: jobs, reporting: &findings)
  services = services.map { $0.with(edges, oldName: oldNames[$0.name]) }
  jobs = jobs.map { $0.with(edges, oldName: oldNames[$0.name]) }
  let unit = TenantUnit(
    platform: repository.platform,
    environment: environment,
    tenant: tenant,
    tier: tier,
    namespace: namespace,
    quota: quota,
    services: services,
    jobs: jobs,
    recovery: recovery,
    data: data,
    extensions: extensions
  )
  if findings.errorCount == before, !isBroken {
    checkQuota(of: unit, in: repository, reporting: &findings)
    checkCeiling(of: unit, reporting: &findings)
    checkBudget(of: unit, reporting: &findings)
  }
  return findings.errorCount == before && !isBroken ? unit : nil
}

extension Repository {
  fileprivate func checkFacts(of tenant: Tenant, reporting findings: inout Findings) {
    let catalogue = platform.catalogue
    for dataClass in tenant.facts.dataClasses {
      _ = catalogue.dataClasses.find(dataClass, kind: "data class of the platform", reporting: &findings)
    }
    if let store = tenant.facts.secretStore {
      _ = catalogue.secretStores.find(store, kind: "secret store of the platform", reporting: &findings)
    }
  }

  /// All that can be said of workloads whose tier or environment is unknown.
  fileprivate func checkTemplates(of tenant: Tenant, reporting findings: inout Findings) {
    for item in tenant.services.items {
      let name = item.value.template ?? Spanned(item.name, origin: item.origin)
      _ = serviceTemplates.find(name, kind: "ServiceTemplate", reporting: &findings)
    }
    for item in tenant.jobs.items {
      let name = item.value.template ?? Spanned(item.name, origin: item.origin)
      _ = jobTemplates.find(name, kind: "JobTemplate", reporting: &findings)
    }
  }
}

/// What the steps of resolving one unit share.
struct Resolver {
  let repository: Repository
  let bases: LayerBases
  let tenant: Tenant
  let tier: Tier
  let environment: Environment
  let overrides: Overrides
  /// Names of workloads so far: services and jobs of a namespace share them.
  var names: [String: Origin] = [:]
  /// Names that the versions of a service need, with the service and the strategy that needs them.
  var releaseNames: [String: (service: String, strategy: Spanned<ReleaseStrategy>)] = [:]

  var platform: Platform { repository.platform }

  func namespace(_ declared: TenantEnvironment, reporting findings: inout Findings) -> Spanned<String> {
    let namespace = declared.namespace ?? derivedNamespace(reporting: &findings)
    checkEngines(of: namespace, reporting: &findings)
    if let taken = platform.data.bootstrap?.namespace, taken.value == namespace.value {
      findings.report(.sharedBootstrap(namespace, taken))
    }
    return namespace
  }

  private func derivedNamespace(reporting findings: inout Findings) -> Spanned<String> {
    let name = "\(tenant.name)-\(environment.short.value)"
    if let problem = dnsLabelProblem(name) {
      findings.report(.badNamespace(name, problem, tenant))
    }
    return Spanned(name, origin: Origin(span: tenant.header.origin.span, derivation: .objectName))
  }

  /// Takes a workload's name; two of one name in a unit are reported.
  mutating func claim(_ name: String, _ origin: Origin, reporting findings: inout Findings) -> Bool {
    if let first = names[name] {
      findings.report(.duplicateWorkload(name, origin, first: first))
      return false
    }
    names[name] = origin
    if let (service, strategy) = releaseNames[name] {
      findings.report(.takenReleaseName(name, strategy, origin, service: service))
      return false
    }
    if Self.ownNames.contains(name) {
      findings.report(.reservedWorkload(name, origin))
      return false
    }
    if name.utf8.count > Self.longestName {
      findings.report(.longName(name, origin))
      return false
    }
    return true
  }

  /// The API server admits 52 characters in the name of a CronJob, 63 in that of a Service, and a pod's name
  /// adds up to 17 behind a Deployment's.
  static let longestName = 46

  /// Names of objects that are there once for each tenant, of kinds that workloads have as well; and that of the
  /// rehearsal, whose pods may do what restored ones may not.
  private static let ownNames: Set<String> = [
    "tenant", "tenant-data", "tenant-database", "tenant-secrets", "tenant-storage", "spai-rehearsal",
  ]
}

// MARK: - Messages

extension Code {
  package static let badNamespace = Code("SPAI1304", "bad-namespace")
  package static let duplicateWorkload = Code("SPAI1305", "duplicate-workload")
  package static let longName = Code("SPAI1306", "long-name")
  package static let reservedWorkload = Code("SPAI1364", "reserved-workload")
}

extension Diagnostic {
  fileprivate static func badNamespace(_ name: String, _ problem: String, _ tenant: Tenant) -> Self {
    Diagnostic(
      .badNamespace,
      .error,
      "namespace '\(name)' is not a DNS label",
      at: tenant.header.origin.span.map { Label($0, "it \(problem)") },
      help: "Shorten the tenant's name, or set 'namespace' for the environment."
    )
  }

  fileprivate static func duplicateWorkload(_ name: String, _ origin: Origin, first: Origin) -> Self {
    Diagnostic(
      .duplicateWorkload,
      .error,
      "two workloads are called '\(name)'",
      at: origin.span.map { Label($0, "the name is taken") },
      related: first.span.map { [Label($0, "taken here")] } ?? [],
      help: "Services and jobs of a tenant share one namespace: rename one."
    )
  }

  fileprivate static func reservedWorkload(_ name: String, _ origin: Origin) -> Self {
    Diagnostic(
      .reservedWorkload,
      .error,
      "workload name '\(name)' is the compiler's own",
      at: origin.span.map { Label($0, "objects of the tenant as a whole are called so") },
      help: "Choose another name."
    )
  }

  fileprivate static func longName(_ name: String, _ origin: Origin) -> Self {
    Diagnostic(
      .longName,
      .error,
      "workload name '\(name)' is too long",
      at: origin.span.map { Label($0, "\(name.utf8.count) characters") },
      help: "Use at most \(Resolver.longestName): Kubernetes adds suffixes for the objects made from it."
    )
  }
}
