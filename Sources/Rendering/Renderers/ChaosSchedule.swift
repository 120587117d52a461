internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The experiments of each service: its own pods in its own namespace, as many as it can do without.
  static let chaosSchedule = ResourceRenderer("Schedule") { unit in
    guard let version = unit.platform.capabilities.chaosMesh else { return [] }
    return unit.services.flatMap { service in
      service.spec.chaos.items.compactMap { item in
        guard let (type, field, fault) = fault(item, of: service, in: unit) else { return nil }
        return KubernetesObject(
          version.value.rawValue,
          "Schedule",
          named: "\(service.name)-\(item.name)",
          of: service.workload,
          in: unit,
          [
            "spec": .map([
              ("schedule", Node(item.value.cron)),
              ("type", Node(type, origin: item.origin)),
              ("concurrencyPolicy", "Forbid"),
              ("historyLimit", 3),
              // Late is another time than the one that was chosen.
              ("startingDeadlineSeconds", 300),
              (field, fault),
            ])
          ]
        ).withVersion(at: version.origin)
      }
    }
  }
}

extension TenantUnit {
  /// The line of the first experiment that runs here; nil where none does.
  var experimentsOrigin: Origin? {
    guard platform.capabilities.chaosMesh != nil else { return nil }
    return services.lazy.compactMap { $0.spec.chaos.items.first?.origin }.first
  }
}

/// The kind of the fault, the field that holds it, and the fault.
private func fault(
  _ item: Keyed<Experiment>.Item,
  of service: Service,
  in unit: TenantUnit
) -> (type: String, field: String, Node)? {
  let experiment = item.value
  func fields(_ specific: [(String, Node?)]) -> Node {
    let count = experiment.pods
    let hit: [(String, Node?)] = [
      ("mode", Node(count.value == 1 ? "one" : "fixed", origin: count.origin)),
      ("value", count.value == 1 ? nil : Node(String(count.value), origin: count.origin)),
      ("selector", pods(of: service.workload, in: unit)),
      ("duration", experiment.duration.map { Node($0.value.description, origin: $0.origin) }),
    ]
    return .map((specific + hit).compactMap { key, value in value.map { (key, $0) } }) ?? [:]
  }
  if let kill = experiment.kill {
    return (
      "PodChaos", "podChaos", fields([("action", "pod-kill"), ("gracePeriod", .seconds(kill.grace))])
    )
  }
  if experiment.fail != nil {
    return ("PodChaos", "podChaos", fields([("action", "pod-failure")]))
  }
  if let network = experiment.network {
    return ("NetworkChaos", "networkChaos", fields(networkFault(network, in: unit)))
  }
  return experiment.stress.map { stress in
    ("StressChaos", "stressChaos", fields([("stressors", stressors(stress, service.workload))]))
  }
}

/// Pods of a workload; a selector without a namespace would look for them everywhere.
private func pods(of workload: Workload, in unit: TenantUnit) -> Node {
  ["namespaces": [Node(unit.namespace)], "labelSelectors": unit.selectorNode(of: workload)]
}

private func networkFault(_ fault: NetworkFault, in unit: TenantUnit) -> [(String, Node?)] {
  let action = fault.delay == nil ? "loss" : fault.loss == nil ? "delay" : "netem"
  let target = fault.to.flatMap { to in unit.services.first { $0.name == to.value } }
  return [
    ("action", Node(action)),
    (
      "delay",
      fault.delay.map { delay in
        [
          "latency": Node("\(delay.value)ms", origin: delay.origin),
          "jitter": fault.jitter.map { Node("\($0.value)ms", origin: $0.origin) },
        ]
      }
    ),
    ("loss", fault.loss.map { ["loss": Node(String($0.value), origin: $0.origin)] }),
    ("direction", "to"),
    ("target", target.map { ["mode": "all", "selector": pods(of: $0.workload, in: unit)] }),
  ]
}

/// What takes a part of the container's own limits: it runs in the container's control group.
private func stressors(_ stress: Stress, _ workload: Workload) -> Node {
  [
    "cpu": stress.cpu.map { ["workers": 1, "load": Node($0)] },
    "memory": stress.memory.map { share in
      let bytes = workload.size.memoryLimit.value.wholeUnits / 100 * share.value
      let size = Node(
        "\(max(1, bytes >> 20))MiB",
        origin: Origin(span: share.origin.span, derivation: .experiment)
      )
      return ["workers": 1, "size": size]
    },
  ]
}
