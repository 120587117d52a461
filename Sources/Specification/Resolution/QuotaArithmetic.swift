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

/// One term of a sum: so many pods (or claims) of a workload, at their size.
private struct Term {
  let workload: String
  let origin: Origin
  let count: Int
  let size: Quantity

  var total: Quantity { size * count }
}

/// Quota covers what is declared: replica maximum and surge of each service, and all pods of each job that may
/// work at once.
func checkQuota(of unit: TenantUnit, reporting findings: inout Findings) {
  let pods =
    unit.services.map { ($0.workload, $0.peakPods) } + unit.jobs.map { ($0.workload, $0.peakPods) }
  func compare(_ what: String, _ limit: Spanned<Quantity>, _ size: (Workload) -> Quantity?) {
    let terms = pods.compactMap { workload, count -> Term? in
      size(workload).map { Term(workload: workload.name, origin: workload.origin, count: count, size: $0) }
    }
    check(terms, what, limit, of: unit, reporting: &findings)
  }
  compare("cpu", unit.quota.cpu) { $0.size.cpuLimit.value }
  compare("memory", unit.quota.memory) { $0.size.memoryLimit.value }
  compare("ephemeral storage", unit.quota.ephemeralStorage) { $0.size.ephemeralStorage.value }
  compare("pods", unit.quota.pods.quantity) { _ in one }
  compare("GPUs", unit.quota.gpus.quantity) { $0.gpu.flatMap { Quantity(parsing: String($0.count.value)) } }
  let claims = unit.claims
  check(claims, "storage", unit.quota.storage, of: unit, reporting: &findings)
  check(
    claims.map { Term(workload: $0.workload, origin: $0.origin, count: $0.count, size: one) },
    "claims",
    unit.quota.claims.quantity,
    of: unit,
    reporting: &findings
  )
}

private let one = Quantity(parsing: "1") ?? .zero

private func check(
  _ terms: [Term],
  _ what: String,
  _ limit: Spanned<Quantity>,
  of unit: TenantUnit,
  reporting findings: inout Findings
) {
  let need = terms.reduce(.zero) { $0 + $1.total }
  if need > limit.value {
    findings.report(.overQuota(what, need, limit, terms, unit))
  }
}

extension Service {
  /// The most pods at one time: the maximum, and the surge of a rollout.
  package var peakPods: Int {
    let replaces = spec.stateful.value || spec.rollout.strategy.value == .recreate
    return maximum.value + (replaces ? 0 : spec.rollout.maxSurge.value.surge(of: maximum.value))
  }
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
        Term(workload: "\(job.name).\(name)", origin: claim.size.origin, count: 1, size: claim.size.value)
      }
    }
    return services + jobs
  }
}

extension Workload {
  /// The claims of its volumes, by name.
  package var claims: [(name: String, claim: VolumeClaim)] {
    container.volumes.items.compactMap { item in item.value.claim.map { (item.name, $0) } }
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
    _ need: Quantity,
    _ limit: Spanned<Quantity>,
    _ terms: [Term],
    _ unit: TenantUnit
  ) -> Self {
    let sum = terms.filter { $0.count > 0 && !$0.size.isZero }
      .map { "\($0.workload) \($0.count) x \($0.size.text)" }.joined(separator: " + ")
    return Diagnostic(
      .overQuota,
      .error,
      "the workloads of '\(unit.tenant.name)' in \(unit.environment.name) may need \(need.canonical) \(what), "
        + "but the quota is \(limit.value.text)",
      at: unit.origin.span.map { Label($0, "\(sum) = \(need.canonical)") },
      related: limit.origin.span.map { [Label($0, "the quota")] } ?? [],
      help: "Lower maximum replicas or sizes, or move the tenant to a larger tier."
    )
  }
}
