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
            "selector": selector(service, in: unit),
            "ports": .list(ports(workload)),
            "trafficDistribution": trafficDistribution(unit),
          ]
        ]
      )
      let versions = service.releaseServices.map { version($0, of: service, in: unit) }
      let addresses = workload.container.ports.isEmpty ? [] : [main] + versions
      return service.spec.stateful.value ? addresses + [headless(workload, in: unit)] : addresses
    } + unit.jobs.filter { unit.namesPods(of: $0) }.map { headless($0.workload, in: unit) }
  }
}

/// Everybody's address is that of all pods, or of one version where the others are for those who ask for them.
///
/// Argo Rollouts adds to the selectors of the Services that it knows.
private func selector(_ service: Specification.Service, in unit: TenantUnit) -> Node {
  let rollout = service.spec.rollout
  guard case .tracks = service.release else { return unit.selectorNode(of: service.workload) }
  switch rollout.strategy.value {
  case .blueGreen:
    return unit.selectorNode(of: service.workload, track: Node(rollout.blueGreen.active))
  case .abTest: return unit.selectorNode(of: service.workload, track: "a")
  case .rolling, .recreate, .canary: return unit.selectorNode(of: service.workload)
  }
}

/// The address of one version, for those who ask for it: the gateway, a measurement, a test before the switch.
private func version(_ name: String, of service: Specification.Service, in unit: TenantUnit)
  -> KubernetesObject
{
  let workload = service.workload
  var isTrack = false
  if case .tracks = service.release { isTrack = true }
  return KubernetesObject(
    "v1",
    "Service",
    named: "\(service.name)-\(name)",
    of: workload,
    in: unit,
    [
      "spec": [
        "type": "ClusterIP",
        "selector": unit.selectorNode(of: workload, track: isTrack ? Node(name) : nil),
        "ports": .list(ports(workload)),
        "trafficDistribution": trafficDistribution(unit),
      ]
    ]
  )
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
