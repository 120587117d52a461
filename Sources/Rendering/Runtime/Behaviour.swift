internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What a workload's program may do, as far as its spec says it.
struct Behaviour {
  let workload: Workload
  /// Whether a shell may start in it.
  let mayStartShell: Bool
  /// The only folders that it writes to; nil where it may write everywhere.
  let writableFolders: [Node]?
  /// The only addresses that it talks to; nil where nobody knows those of the cluster.
  let destinations: [Node]?

  init(of workload: Workload, _ probes: Probes?, in unit: TenantUnit) {
    // Which of several versions of a service a pod is makes no difference.
    var whole = workload
    whole.track = nil
    self.workload = whole
    mayStartShell = workload.mayStartShell(probes)
    let container = workload.container
    let folders = container.volumes.items.filter { $0.value.readOnly?.value != true }.map(\.value.mount)
    writableFolders =
      container.security.readOnlyRootFilesystem.value ? ownFolders + folders.map(Node.init) : nil
    let ranges =
      unit.platform.network.clusterRanges + workload.pod.external.items.flatMap(\.value.cidrs)
    destinations =
      unit.platform.network.clusterRanges.isEmpty
      ? nil : ["127.0.0.0/8", "::1/128"] + ranges.map { Node($0.value.description, origin: $0.origin) }
  }
}

/// What every container has besides its root: devices, shared memory, and the kernel's own files.
private let ownFolders: [Node] = ["/dev", "/proc"]

extension TenantUnit {
  /// What each workload may do; nothing where nobody watches.
  var behaviours: [Behaviour] {
    guard platform.runtimeSecurity != nil else { return [] }
    return services.map { Behaviour(of: $0.workload, $0.spec.probes, in: self) }
      + jobs.map { Behaviour(of: $0.workload, $0.spec.modes.probes, in: self) }
  }
}
