internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// One stable address for each service with ports, and names of single pods for stateful ones.
  static let service = ResourceRenderer("Service") { unit in
    unit.services.filter { !$0.workload.container.ports.isEmpty || $0.spec.stateful.value }.flatMap {
      service in
      let workload = service.workload
      let main = KubernetesObject(
        "v1",
        "Service",
        of: workload,
        in: unit,
        [
          "spec": [
            "type": "ClusterIP",
            "selector": unit.selectorNode(of: workload),
            "ports": .list(ports(workload)),
            "trafficDistribution": trafficDistribution(unit),
          ]
        ]
      )
      let addresses = workload.container.ports.isEmpty ? [] : [main]
      return service.spec.stateful.value ? addresses + [headless(workload, in: unit)] : addresses
    } + unit.jobs.filter { unit.namesPods(of: $0) }.map { headless($0.workload, in: unit) }
  }
}

/// Names of single pods, also while they are starting.
private func headless(_ workload: Workload, in unit: TenantUnit) -> KubernetesObject {
  KubernetesObject(
    "v1",
    "Service",
    named: workload.headlessName,
    of: workload,
    in: unit,
    [
      "spec": [
        "clusterIP": "None",
        "publishNotReadyAddresses": true,
        "selector": unit.selectorNode(of: workload),
        "ports": .list(ports(workload)),
      ]
    ]
  )
}

extension TenantUnit {
  /// Whether the pods of a job are reached by names of their own; a JobSet sees to that itself.
  fileprivate func namesPods(of job: Specification.Job) -> Bool {
    job.isStream || (job.spec.modes.distributed != nil && !isJobSet(job))
  }
}

private func ports(_ workload: Workload) -> [Node] {
  workload.container.ports.items.map { port in
    [
      "name": Node(port.name, origin: port.origin),
      "protocol": Node(port.value.protocol),
      "appProtocol": port.value.appProtocol.map { Node($0) },
      "port": Node(port.value.service ?? port.value.number),
      "targetPort": Node(port.name, origin: port.origin),
    ]
  }
}

/// Keeps traffic in its zone while it can.
///
/// The value was renamed in 1.34, and the old one is deprecated.
private func trafficDistribution(_ unit: TenantUnit) -> Node {
  Node(unit.platform.kubernetes.value == .v1_33 ? "PreferClose" : "PreferSameZone")
}

extension Workload {
  var headlessName: String { "\(name)-headless" }
}
