package import Diagnostics

/// All documents of a run by kind and name: what was written, complete enough to be resolved.
package struct Repository: Sendable {
  package let platform: Platform
  package fileprivate(set) var tiers = Table<Tier>()
  package fileprivate(set) var resourceTiers = Table<ResourceTier>()
  package fileprivate(set) var environments = Table<Environment>()
  package fileprivate(set) var serviceTemplates = Table<ServiceTemplate>()
  package fileprivate(set) var jobTemplates = Table<JobTemplate>()
  package fileprivate(set) var tenants = Table<Tenant>()
  /// By the name of the tenant, each sorted by name.
  package fileprivate(set) var appServices: [String: [AppService]] = [:]
  package fileprivate(set) var batchJobs: [String: [BatchJob]] = [:]
  /// In the order of their names; the platform's before those of tenants.
  fileprivate(set) var rawObjects: [Extension<RawObjects>] = []
  fileprivate(set) var patches: [Extension<Patch>] = []
  package fileprivate(set) var moves: [Move] = []
  /// Tenants that have errors in their documents: nothing of theirs is written or removed.
  package fileprivate(set) var brokenTenants: Set<String> = []
  /// Names of services and jobs whose documents have errors, by tenant: they exist, but nothing is known of them.
  fileprivate(set) var brokenWorkloads: [String: Set<String>] = [:]
  /// Whose each name in Argo CD is; empty without Argo CD.
  var applications: [String: Origin] = [:]
  /// The sources that tenant teams wrote.
  private let tenantSources: Set<SourceID>

  fileprivate init(platform: Platform, sources: SourceMap) {
    self.platform = platform
    tenantSources = Set(sources.sources.lazy.filter { $0.owner == .tenant }.map(\.id))
  }

  /// Keeps a tenant as it is in the output.
  mutating func breakTenant(_ name: String) {
    brokenTenants.insert(name)
  }

  /// Whether a tenant team wrote the value.
  func isTenants(_ origin: Origin) -> Bool {
    origin.span.map { tenantSources.contains($0.source) } ?? false
  }
}

/// Brings the documents of all sources together.
///
/// - Returns: nil where there is no usable Platform: nothing can be compiled then.
package func assemble(
  _ documents: [SpecDocument],
  broken: [BrokenDocument],
  sources: SourceMap,
  reporting findings: inout Findings
) -> Repository? {
  var platform: Platform?
  for case .platform(let candidate) in documents {
    if let first = platform {
      findings.report(.duplicate("Platform", candidate.header, first: first.header))
    } else {
      platform = candidate
    }
  }
  guard let platform else {
    if !broken.contains(where: { $0.kind == "Platform" }) {
      findings.report(.noPlatform())
    }
    return nil
  }
  var repository = Repository(platform: platform, sources: sources)
  repository.add(documents, reporting: &findings)
  for document in broken {
    repository.mark(document)
  }
  repository.checkOwners(reporting: &findings)
  repository.checkExtensions(reporting: &findings)
  repository.checkDelivery(reporting: &findings)
  repository.checkZones(reporting: &findings)
  repository.checkBackups(reporting: &findings)
  repository.checkSupplyChain(reporting: &findings)
  repository.checkPrices(reporting: &findings)
  repository.claimApplications(reporting: &findings)
  repository.checkDataClaims(reporting: &findings)
  return repository
}

extension Repository {
  fileprivate mutating func add(_ documents: [SpecDocument], reporting findings: inout Findings) {
    for document in documents {
      switch document {
      case .platform: break
      case .tier(let tier):
        let first = tiers.add(tier, named: tier.header.name)
        findings.reportDuplicate(of: first?.header, tier.header)
      case .resourceTier(let tier):
        let first = resourceTiers.add(tier, named: tier.header.name)
        findings.reportDuplicate(of: first?.header, tier.header)
      case .environment(let environment):
        let first = environments.add(environment, named: environment.header.name)
        findings.reportDuplicate(of: first?.header, environment.header)
      case .serviceTemplate(let template):
        let first = serviceTemplates.add(template, named: template.header.name)
        findings.reportDuplicate(of: first?.header, template.header)
      case .jobTemplate(let template):
        let first = jobTemplates.add(template, named: template.header.name)
        findings.reportDuplicate(of: first?.header, template.header)
      case .tenant(let tenant):
        let first = tenants.add(tenant, named: tenant.name)
        if first != nil { brokenTenants.insert(tenant.name) }
        findings.reportDuplicate(of: first?.header, tenant.header)
      case .appService(let service):
        appServices[service.tenant.value, default: []].append(service)
      case .batchJob(let job):
        batchJobs[job.tenant.value, default: []].append(job)
      case .rawObjects(let raw, let owner):
        rawObjects.append(Extension(document: raw, header: raw.header, scope: raw.scope, owner: owner))
      case .patch(let patch, let owner):
        patches.append(Extension(document: patch, header: patch.header, scope: patch.scope, owner: owner))
      case .move(let move): moves.append(move)
      }
    }
    rawObjects.sort { $0.precedes($1) }
    patches.sort { $0.precedes($1) }
    moves.sort { $0.header.name < $1.header.name }
    for name in appServices.keys {
      appServices[name]?.sort { $0.header.name < $1.header.name }
    }
    for name in batchJobs.keys {
      batchJobs[name]?.sort { $0.header.name < $1.header.name }
    }
  }

  fileprivate mutating func mark(_ document: BrokenDocument) {
    if let tenant = document.tenant {
      brokenTenants.insert(tenant)
    }
    guard let name = document.name else { return }
    if let tenant = document.tenant { brokenWorkloads[tenant, default: []].insert(name) }
    switch document.kind {
    case "Tier": tiers.markBroken(name)
    case "ResourceTier": resourceTiers.markBroken(name)
    case "Environment": environments.markBroken(name)
    case "ServiceTemplate": serviceTemplates.markBroken(name)
    case "JobTemplate": jobTemplates.markBroken(name)
    case "Tenant":
      tenants.markBroken(name)
      brokenTenants.insert(name)
      // Where the name is taken, that has been reported, or will be once this document can be read.
      if let remnant = document.remnant { _ = tenants.add(remnant, named: name) }
    default: break
    }
  }

  /// Every workload of its own belongs to a declared tenant.
  fileprivate func checkOwners(reporting findings: inout Findings) {
    for services in appServices.keys.sorted().compactMap({ appServices[$0] }) {
      for service in services {
        _ = tenants.find(service.tenant, kind: "Tenant", reporting: &findings)
      }
    }
    for jobs in batchJobs.keys.sorted().compactMap({ batchJobs[$0] }) {
      for job in jobs {
        _ = tenants.find(job.tenant, kind: "Tenant", reporting: &findings)
      }
    }
  }
}

extension Findings {
  fileprivate mutating func reportDuplicate(of first: Header?, _ second: Header) {
    guard let first else { return }
    report(.duplicate(second.kind.value, second, first: first))
  }
}

// MARK: - Messages

extension Code {
  package static let noPlatform = Code("SPAI1302", "no-platform")
  package static let duplicateDocument = Code("SPAI1303", "duplicate-document")
}

extension Diagnostic {
  fileprivate static func noPlatform() -> Self {
    Diagnostic(
      .noPlatform,
      .error,
      "no Platform is declared",
      at: nil,
      help: "Declare one document of kind Platform under templates/."
    )
  }

  fileprivate static func duplicate(_ kind: String, _ second: Header, first: Header) -> Self {
    Diagnostic(
      .duplicateDocument,
      .error,
      "\(kind) '\(second.name)' is declared twice",
      at: second.origin.span.map { Label($0, "declared again") },
      related: first.origin.span.map { [Label($0, "first declared here")] } ?? [],
      help: "Rename one, or remove it."
    )
  }
}
