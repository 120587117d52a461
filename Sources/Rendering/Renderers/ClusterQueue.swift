internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// What the tenant's jobs may use at once, and borrow of what others leave.
  ///
  /// It is called as the tenant's namespace, which is unique in the cluster. Its share is the quota less what the
  /// services, and the sidecars of all pods, may need at their peak.
  static let clusterQueue = ResourceRenderer("ClusterQueue") { unit in
    guard let version = unit.platform.capabilities.kueue else { return [] }
    let cohort = cohortName(unit.platform, unit.environment)
    return [
      KubernetesObject(
        version.value.rawValue,
        "ClusterQueue",
        named: unit.namespace.value,
        in: unit,
        namespaced: false,
        [
          "spec": [
            "cohort": version.value == .v1beta1 ? Node(cohort) : nil,
            "cohortName": version.value == .v1beta2 ? Node(cohort) : nil,
            "namespaceSelector": ["matchLabels": ["kubernetes.io/metadata.name": Node(unit.namespace)]],
            "queueingStrategy": "BestEffortFIFO",
            "preemption": [
              "reclaimWithinCohort": "Any", "withinClusterQueue": "LowerPriority",
              "borrowWithinCohort": ["policy": "Never"],
            ],
            "resourceGroups": .list([processorGroup(unit)] + gpuGroups(unit)),
          ]
        ]
      ).withVersion(at: version.origin)
    ]
  }
}

/// All tenants of one environment lend to each other.
func cohortName(_ platform: Platform, _ environment: Specification.Environment) -> String {
  "\(platform.header.name)-\(environment.short.value)"
}

private func processorGroup(_ unit: TenantUnit) -> Node {
  let peak = unit.services.map { ($0.workload.size, $0.peakPods) }
  // The queue counts a job as it is written, before the mesh puts sidecars to its pods.
  let sidecars = unit.sidecars
  let cpu = peak.reduce(sidecars.cpu) { $0 + $1.0.cpuLimit.value * $1.1 }
  let memory = peak.reduce(sidecars.memory) { $0 + $1.0.memoryLimit.value * $1.1 }
  return [
    "coveredResources": ["cpu", "memory"],
    "flavors": [
      [
        "name": "default",
        "resources": [
          share("cpu", unit.quota.cpu, less: cpu, in: unit),
          share("memory", unit.quota.memory, less: memory, in: unit),
        ],
      ]
    ],
  ]
}

/// One group for each extended resource; its flavors are the classes of nodes that have it.
private func gpuGroups(_ unit: TenantUnit) -> [Node] {
  var resources: [String: [(name: String, count: Int)]] = [:]
  for job in unit.jobs {
    guard let gpu = job.workload.gpu, case .resource(let resource) = gpu.form else { continue }
    let count = job.peakPods * gpu.count.value
    var flavors = resources[resource.value] ?? []
    if let index = flavors.firstIndex(where: { $0.name == gpu.className }) {
      flavors[index].count += count
    } else {
      flavors.append((gpu.className, count))
    }
    resources[resource.value] = flavors
  }
  return resources.keys.sorted().map { resource in
    [
      "coveredResources": [Node(resource)],
      "flavors": .list(
        (resources[resource] ?? []).sorted { $0.name < $1.name }.map { flavor in
          [
            "name": Node(flavor.name),
            "resources": [
              [
                "name": Node(resource),
                "nominalQuota": Node(
                  String(flavor.count),
                  origin: Origin(span: unit.quota.gpus.origin.span, derivation: .quota)
                ),
                "borrowingLimit": borrowed(Quantity(flavor.count), in: unit),
              ]
            ],
          ]
        }
      ),
    ]
  }
}

private func share(
  _ name: String,
  _ quota: Spanned<Quantity>,
  less used: Quantity,
  in unit: TenantUnit
) -> Node {
  [
    "name": Node(name),
    "nominalQuota": Node(
      (quota.value - used).canonical,
      origin: Origin(span: quota.origin.span, derivation: .queueShare)
    ),
    "borrowingLimit": borrowed(quota.value, in: unit),
  ]
}

private func borrowed(_ quota: Quantity, in unit: TenantUnit) -> Node {
  let percent = unit.tier.queue.borrow
  return Node(
    quota.percent(percent.value, roundingTo: .unit).canonical,
    origin: Origin(span: percent.origin.span, derivation: .queueShare)
  )
}

extension TenantUnit {
  /// A quota with what the tenant's jobs may borrow, so that borrowed pods are admitted.
  func withBorrowing(_ quota: Spanned<Quantity>) -> Spanned<Quantity> {
    guard platform.capabilities.kueue != nil, tier.queue.borrow.value > 0 else { return quota }
    let borrowed = quota.value.percent(tier.queue.borrow.value, roundingTo: .unit)
    return Spanned(quota.value + borrowed, origin: quota.origin)
  }
}
