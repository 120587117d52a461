internal import Diagnostics
internal import Kubernetes

extension Resolver {
  /// The size of one replica of a service: its own words, else the tier's; held to the tier's limits.
  func serviceSize(_ resources: Resources, owner: String, reporting findings: inout Findings) -> Size {
    let cpu = resources.cpu ?? tier.resources.cpu.derived(.tierResources)
    let memory = resources.memory ?? tier.resources.memory.derived(.tierResources)
    check(cpu, "cpu of \(owner)", against: tier.limits.maxCPU, reporting: &findings)
    check(memory, "memory of \(owner)", against: tier.limits.maxMemory, reporting: &findings)
    return Size(cpu: cpu, memory: memory, resources, shares: tier.resources.requests)
  }

  /// The size of one pod of a job: its own words, else the resource tier's; held to the tier's limits.
  func jobSize(
    _ resources: Resources,
    _ resourceTier: ResourceTier,
    named name: Spanned<String>,
    owner: String,
    reporting findings: inout Findings
  ) -> Size {
    // The line that chose the resource tier answers for numbers that break the tenant's limits.
    let chosen = Origin(span: name.origin.span, derivation: .resourceTier)
    let cpu = resources.cpu ?? Spanned(resourceTier.cpu.value, origin: chosen)
    let memory = resources.memory ?? Spanned(resourceTier.memory.value, origin: chosen)
    check(cpu, "cpu of \(owner)", against: tier.limits.maxJobCPU, reporting: &findings)
    check(memory, "memory of \(owner)", against: tier.limits.maxJobMemory, reporting: &findings)
    return Size(cpu: cpu, memory: memory, resources, shares: resourceTier.requests)
  }

  /// Reports a quantity above its limit.
  func check(
    _ quantity: Spanned<Quantity>,
    _ what: String,
    against limit: Spanned<Quantity>,
    reporting findings: inout Findings
  ) {
    guard quantity.value > limit.value else { return }
    findings.report(
      .overLimit(what, quantity.value.text, quantity.origin, limit: limit.value.text, limit.origin)
    )
  }
}

extension Size {
  fileprivate init(
    cpu: Spanned<Quantity>,
    memory: Spanned<Quantity>,
    _ resources: Resources,
    shares: TierRequests
  ) {
    let cpuShare = resources.requests.cpu ?? shares.cpu
    let memoryShare = resources.requests.memory ?? shares.memory
    self.init(
      cpuLimit: cpu,
      cpuRequest: Spanned(
        cpu.value.percent(cpuShare.value, roundingTo: .milli),
        origin: Origin(span: cpuShare.origin.span, derivation: .requestRatio)
      ),
      memoryLimit: memory,
      memoryRequest: Spanned(
        memory.value.percent(memoryShare.value, roundingTo: .mebi),
        origin: Origin(span: memoryShare.origin.span, derivation: .requestRatio)
      ),
      ephemeralStorage: resources.ephemeralStorage
    )
  }
}

extension Spanned {
  /// The same value, as a rule's result.
  func derived(_ derivation: Derivation) -> Spanned {
    Spanned(value, origin: Origin(span: origin.span, derivation: derivation))
  }
}
