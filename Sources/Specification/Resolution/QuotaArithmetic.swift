package import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

extension Resolver {
  /// The tier's quota, with what the tenant wants to be held to instead; never more than the tier's.
  func quota(_ declared: TenantEnvironment, reporting findings: inout Findings) -> Quota {
    let own = declared.quota.node
    func quantity(_ key: String, _ granted: Spanned<Quantity>) -> Spanned<Quantity> {
      guard let asked = own.mapping?[key].flatMap(Spanned<Quantity>.init(node:)) else { return granted }
      if asked.value > granted.value {
        findings.report(
          .overLimit(
            "quota of \(key)",
            asked.value.text,
            asked.origin,
            limit: granted.value.text,
            granted.origin
          )
        )
      }
      return asked
    }
    func count(_ key: String, _ granted: Spanned<Int>) -> Spanned<Int> {
      guard let asked = own.mapping?[key].flatMap(Spanned<Int>.init(node:)) else { return granted }
      if asked.value > granted.value {
        findings.report(
          .overLimit(
            "quota of \(key)",
            "\(asked.value)",
            asked.origin,
            limit: "\(granted.value)",
            granted.origin
          )
        )
      }
      return asked
    }
    let granted = tier.quota
    return Quota(
      cpu: quantity("cpu", granted.cpu),
      memory: quantity("memory", granted.memory),
      ephemeralStorage: quantity("ephemeralStorage", granted.ephemeralStorage),
      storage: quantity("storage", granted.storage),
      gpus: count("gpus", granted.gpus),
      pods: count("pods", granted.pods),
      claims: count("claims", granted.claims),
      objects: count("objects", granted.objects)
    )
  }
}

/// Quota covers what is declared: replica maximum and surge of each service, and all pods of the jobs that may work
/// at one time; objects of each counted kind.
func checkQuota(of unit: TenantUnit, in repository: Repository, reporting findings: inout Findings) {
  let pods =
    unit.services.map { service in
      let asked = repository.isTenants(service.maximum.origin) ? service.maximum.origin : nil
      return (service.workload, service.peakPods, asked ?? service.workload.origin, RunWindow?.none)
    } + unit.jobs.map { ($0.workload, $0.peakPods, $0.workload.origin, RunWindow($0)) }
    + unit.data.migrations.map { ($0.workload, $0.steps.count, $0.workload.origin, nil) }
  func compare(
    _ what: String,
    _ limit: Spanned<Quantity>,
    proxy: Quantity? = nil,
    _ size: (Workload) -> Quantity?
  ) {
    let terms = pods.compactMap { workload, count, origin, window -> Term? in
      size(workload).map {
        Term(workload: workload.name, origin: origin, count: count, size: $0, window: window)
      }
    }
    let proxies = proxy.map { size in
      pods.filter { unit.isMeshed($0.0) }.map { workload, count, origin, window in
        Term(workload: "\(workload.name) (sidecar)", origin: origin, count: count, size: size, window: window)
      }
    }
    check(terms + (proxies ?? []) + unit.clusterTerms(what), what, limit, of: unit, reporting: &findings)
  }
  let proxy = unit.mesh?.mesh.proxy
  compare("cpu", unit.quota.cpu, proxy: proxy?.cpu.value) { $0.size.cpuLimit.value }
  compare("memory", unit.quota.memory, proxy: proxy?.memory.value) { $0.size.memoryLimit.value }
  compare("ephemeral storage", unit.quota.ephemeralStorage) { $0.size.ephemeralStorage.value }
  compare("pods", unit.quota.pods.quantity) { _ in Quantity(1) }
  compare("GPUs", unit.quota.gpus.quantity) { $0.gpu.map { Quantity($0.count.value) } }
  let claims = unit.claims
  check(claims, "storage", unit.quota.storage, of: unit, reporting: &findings)
  let one = claims.map { Term(workload: $0.workload, origin: $0.origin, count: $0.count, size: Quantity(1)) }
  check(one, "claims", unit.quota.claims.quantity, of: unit, reporting: &findings)
  for (what, terms) in unit.objectTerms {
    check(terms, what, unit.quota.objects.quantity, of: unit, reporting: &findings)
  }
}

private func check(
  _ terms: [Term],
  _ what: String,
  _ limit: Spanned<Quantity>,
  of unit: TenantUnit,
  reporting findings: inout Findings
) {
  guard terms.sum > limit.value else { return }
  // Runs that can never meet need not have room together.
  let worst = terms.atPeak
  if worst.sum > limit.value { findings.report(.overQuota(what, limit, worst, unit)) }
}

extension Job {
  /// The most pods at one time: those of one run, twice where runs may overlap; those of a stream or of all
  /// runs on events at their maximum.
  package var peakPods: Int {
    let pods = spec.modes.distributed?.workers.value ?? spec.parallelism.value
    return switch spec.run.value {
    case .batch: pods
    case .scheduled: pods * (spec.schedule?.concurrency.value == .allow ? 2 : 1)
    case .event: pods * (spec.modes.scale?.maximum.value ?? 1)
    case .stream: spec.modes.scale?.maximum.value ?? 1
    }
  }
}

extension Workload {
  /// The claims of its volumes, by name.
  package var claims: [(name: String, claim: VolumeClaim)] {
    container.volumes.items.compactMap { item in item.value.claim.map { (item.name, $0) } }
  }
}

extension TenantUnit {
  fileprivate var claims: [Term] {
    let services = services.flatMap { service in
      service.workload.claims.map { name, claim in
        Term(
          workload: "\(service.name).\(name)",
          origin: claim.size.origin,
          count: service.spec.stateful.value ? service.maximum.value : 1,
          size: claim.size.value
        )
      }
    }
    let jobs = jobs.flatMap { job in
      job.workload.claims.map { name, claim in
        Term(
          workload: "\(job.name).\(name)",
          origin: claim.size.origin,
          count: job.spec.run.value == .stream ? job.peakPods : 1,
          size: claim.size.value
        )
      }
    }
    return services + jobs + clusterTerms("storage")
  }

  /// The objects of each counted kind that workloads need.
  fileprivate var objectTerms: [(what: String, terms: [Term])] {
    let workloads = services.map(\.workload) + jobs.map(\.workload)
    func terms(_ workloads: [Workload], _ count: (Workload) -> Int) -> [Term] {
      workloads.map {
        Term(workload: $0.name, origin: $0.origin, count: count($0), size: Quantity(1))
      }
    }
    let scheduled = jobs.filter { $0.spec.run.value == .scheduled }
    // A CronJob keeps its finished runs beside the one at work.
    let runs = scheduled.map { job in
      let kept = (job.spec.schedule?.keepSucceeded.value ?? 0) + (job.spec.schedule?.keepFailed.value ?? 0)
      return Term(workload: job.name, origin: job.workload.origin, count: kept + 1, size: Quantity(1))
    }
    let once = jobs.filter { $0.spec.run.value == .batch }.map(\.workload)
    // The cluster adds 'kube-root-ca.crt' to every namespace.
    let root = Term(workload: "kube-root-ca.crt", origin: origin, count: 1, size: Quantity(1))
    return [
      ("ConfigMaps", terms(workloads) { $0.container.config == nil ? 0 : 1 } + [root] + watchTerms),
      (
        "Secrets",
        terms(workloads) { $0.container.secrets.items.count } + dataSecretTerms
          + alertSecrets.map { Term(workload: $0.name, origin: origin, count: 1, size: Quantity(1)) }
      ),
      (
        "Services",
        services.map { service in
          let ports = service.workload.container.ports.isEmpty ? 0 : 1
          let count = ports + (service.spec.stateful.value ? 1 : 0) + service.releaseServices.count
          return Term(
            workload: service.name,
            origin: service.workload.origin,
            count: count,
            size: Quantity(1)
          )
        } + clusterTerms("Services")
      ),
      ("CronJobs", terms(scheduled.map(\.workload)) { _ in 1 }),
      ("Jobs", runs + terms(once) { _ in 1 } + migrationTerms),
    ]
  }

  /// The rules and dashboards that are ConfigMaps for want of an operator.
  private var watchTerms: [Term] {
    func term(_ name: String, _ origin: Origin) -> Term {
      Term(workload: name, origin: origin, count: 1, size: Quantity(1))
    }
    let named = services.map { ($0.name, $0.workload.origin) }
    var terms: [Term] = []
    if platform.capabilities.prometheusOperator == nil {
      terms += (named + jobs.map { ($0.name, $0.workload.origin) } + [("tenant", origin)])
        .map { term("\($0.0) (rules)", $0.1) }
    }
    if platform.capabilities.grafanaOperator == nil {
      terms += (named + [("tenant", origin)]).map { term("\($0.0) (dashboard)", $0.1) }
    }
    if platform.capabilities.openTelemetryOperator == nil, platform.observability.logging != nil {
      terms.append(term("tenant (logs)", origin))
    }
    if platform.capabilities.tetragon == nil, platform.runtimeSecurity != nil {
      terms.append(term("tenant (runtime rules)", origin))
    }
    return terms
  }
}

extension Spanned<Int> {
  fileprivate var quantity: Spanned<Quantity> {
    Spanned<Quantity>(Quantity(parsing: String(value)) ?? .zero, origin: origin)
  }
}

// MARK: - Messages

extension Code {
  package static let overQuota = Code("SPAI1401", "over-quota")
}

extension Diagnostic {
  fileprivate static func overQuota(
    _ what: String,
    _ limit: Spanned<Quantity>,
    _ terms: [Term],
    _ unit: TenantUnit
  ) -> Self {
    let need = terms.sum.canonical
    return Diagnostic(
      .overQuota,
      .error,
      "the workloads of '\(unit.tenant.name)' in \(unit.environment.name) may need \(need) \(what), "
        + "but the quota is \(limit.value.text)",
      at: unit.origin.span.map { Label($0, "\(terms.inWords) = \(need)") },
      related: (limit.origin.span.map { [Label($0, "the quota")] } ?? []) + terms.labels,
      help: "Lower maximum replicas or sizes, or move the tenant to a larger tier."
    )
  }
}
