package import Diagnostics
package import Kubernetes

/// What a workload costs in a month: at the floor, where it does as little as it may, and at the ceiling, where it
/// works as much as its quota is counted for.
package struct WorkloadCost: Sendable {
  package let name: String
  package let isJob: Bool
  package let terms: [CostTerm]

  package var floor: Cost { terms.reduce(.zero) { $0 + $1.floor } }
  package var ceiling: Cost { terms.reduce(.zero) { $0 + $1.ceiling } }
}

/// What one resource of a workload costs.
package struct CostTerm: Sendable {
  /// For instance `api in production`.
  package let owner: String
  /// For instance `2 x 500m cpu`; of one pod where their number changes.
  package let what: String
  /// The line that the amount comes from.
  package let origin: Origin
  package let floor: Cost
  package let ceiling: Cost
}

extension TenantUnit {
  /// What the workloads cost by the platform's prices, services before jobs; nothing without prices.
  package var costs: [WorkloadCost] {
    guard let prices = platform.prices?.value else { return [] }
    return services.map { cost(of: $0, prices) } + jobs.map { cost(of: $0, prices) }
  }

  private func cost(of service: Service, _ prices: Prices) -> WorkloadCost {
    let least = service.podSets.reduce(0) { $0 + $1.minimum.value }
    let isStateful = service.spec.stateful.value
    return WorkloadCost(
      name: service.name,
      isJob: false,
      terms: terms(
        service.workload,
        "\(least) x ",
        floor: .always(least),
        ceiling: .always(service.peakPods),
        prices
      ) + storage(service.workload, isStateful ? (least, service.maximum.value) : (1, 1), prices)
    )
  }

  private func cost(of job: Job, _ prices: Prices) -> WorkloadCost {
    let time = job.podTime
    let isStream = job.spec.run.value == .stream
    let pods = isStream ? (job.spec.modes.scale?.minimum.value ?? 1, job.peakPods) : (1, 1)
    return WorkloadCost(
      name: job.name,
      isJob: true,
      terms: terms(job.workload, "", floor: time.floor, ceiling: time.ceiling, prices)
        + storage(job.workload, pods, prices)
    )
  }

  private func terms(
    _ workload: Workload,
    _ count: String,
    floor: PodTime,
    ceiling: PodTime,
    _ prices: Prices
  ) -> [CostTerm] {
    func term(_ what: String, _ origin: Origin, _ cost: (PodTime) -> Cost) -> CostTerm {
      CostTerm(
        owner: "\(workload.name) in \(environment.name)",
        what: count + what,
        origin: origin,
        floor: cost(floor),
        ceiling: cost(ceiling)
      )
    }
    let cpu = workload.size.cpuRequest, memory = workload.size.memoryRequest
    let terms = [
      term("\(cpu.value.text) cpu", cpu.origin) { Cost(cpu: cpu.value, at: prices.cpuHour.value, for: $0) },
      term("\(memory.value.text) memory", memory.origin) {
        Cost(memory: memory.value, at: prices.memoryGiBHour.value, for: $0)
      },
    ]
    guard let gpu = workload.gpu, let price = prices.price(of: gpu) else { return terms }
    return terms + [
      term("\(gpu.count.value) \(gpu.className)", gpu.count.origin) {
        Cost(gpus: gpu.count.value, at: price, for: $0)
      }
    ]
  }

  /// Claims that no class of storage is named for are of the default one.
  private func storage(
    _ workload: Workload,
    _ pods: (least: Int, most: Int),
    _ prices: Prices
  ) -> [CostTerm] {
    workload.claims.compactMap { name, claim in
      guard let storageClass = platform.storageClass(of: claim),
        let price = prices.storageGiBMonth[storageClass.name]
      else { return nil }
      func cost(_ count: Int) -> Cost { Cost(storage: claim.size.value * count, at: price.value) }
      return CostTerm(
        owner: "\(workload.name) in \(environment.name)",
        what: "\(pods.least) x \(claim.size.value.text) \(storageClass.name) for '\(name)'",
        origin: claim.size.origin,
        floor: cost(pods.least),
        ceiling: cost(pods.most)
      )
    }
  }
}

extension Platform {
  /// The class of storage that a claim names, or the default one.
  package func storageClass(of claim: VolumeClaim) -> Keyed<StorageClass>.Item? {
    let classes = catalogue.storageClasses
    return claim.storageClass.map { classes.item($0.value) }
      ?? classes.items.first { $0.value.isDefault.value }
  }
}

extension Prices {
  /// The price of one GPU in the form that a workload has it.
  package func price(of gpu: GPUShare) -> Price? {
    guard let prices = gpuHour[gpu.className] else { return nil }
    guard case .resource(let resource) = gpu.form, resource.value != gpu.gpuClass.resource.value else {
      return prices.whole.value
    }
    if let profile = gpu.gpuClass.mig.items.first(where: { $0.value.value == resource.value }) {
      return prices.mig[profile.name]?.value
    }
    return prices.timeSlice?.value
  }
}

extension Job {
  /// How long its pods work in a month: what runs at all times by its scale, what is scheduled by its runs, and what
  /// runs once as if it did so once a month.
  fileprivate var podTime: (floor: PodTime, ceiling: PodTime) {
    let most = PodTime.always(peakPods)
    let pods = spec.modes.distributed?.workers.value ?? spec.parallelism.value
    switch spec.run.value {
    case .stream: return (.always(spec.modes.scale?.minimum.value ?? 1), most)
    case .event: return (.always(0), most)
    case .batch:
      guard let time = spec.expectedRunTime else { return (.always(0), most) }
      return (
        .monthly(pods, time.minimum.value).atMost(most), .monthly(pods, time.maximum.value).atMost(most)
      )
    case .scheduled:
      guard let schedule = spec.schedule, !schedule.suspended.value else { return (.always(0), .always(0)) }
      guard let time = spec.expectedRunTime, let runs = cronRuns(schedule.cron.value) else {
        return (.always(0), most)
      }
      return (
        .runs(runs, of: pods, time.minimum.value).atMost(most),
        .runs(runs, of: pods, time.maximum.value).atMost(most)
      )
    }
  }
}
