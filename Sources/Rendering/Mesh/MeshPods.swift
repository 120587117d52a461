internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What pods and monitors carry for the mesh.
extension TenantUnit {
  /// The labels of a workload's pods by which the mesh leaves them alone.
  func meshLabels(of workload: Workload) -> [(String, Node)] {
    isMeshed(workload) ? [] : labelsBesideMesh
  }

  /// The labels of pods that the mesh leaves alone; none without a mesh.
  var labelsBesideMesh: [(String, Node)] {
    mesh == nil ? [] : [("sidecar.istio.io/inject", "false")]
  }

  /// How a workload's sidecar is: of a size that the quota has counted, and a native one, which starts before the
  /// container and ends after it, so that a job comes to its end.
  ///
  /// What has no sidecar is asked beside the mesh: the network policy alone says whom.
  func meshAnnotations(of workload: Workload) -> [(String, Node)] {
    guard let mesh = mesh?.mesh, isMeshed(workload) else { return [] }
    let annotations: [(String, Node)] = [
      ("sidecar.istio.io/nativeSidecar", "true"),
      ("sidecar.istio.io/proxyCPU", Node(mesh.proxy.cpu)),
      ("sidecar.istio.io/proxyCPULimit", Node(mesh.proxy.cpu)),
      ("sidecar.istio.io/proxyMemory", Node(mesh.proxy.memory)),
      ("sidecar.istio.io/proxyMemoryLimit", Node(mesh.proxy.memory)),
      ("traffic.sidecar.istio.io/excludeOutboundPorts", Node(portsBesideMesh(of: workload))),
    ]
    let ranges = rangesBesideMesh(of: workload)
    let beside: [(String, Node)] =
      ranges.isEmpty
      ? [] : [("traffic.sidecar.istio.io/excludeOutboundIPRanges", Node(ranges.joined(separator: ",")))]
    return annotations + beside
      + (mergesMetrics(of: workload) ? [("prometheus.istio.io/merge-metrics", "true")] : [])
  }

  /// The ports of others that have no sidecar: name servers, the tenant's own database cluster, the collector of spans.
  ///
  /// Network policies hold these ways, as they hold those to ``rangesBesideMesh(of:)``.
  private func portsBesideMesh(of workload: Workload) -> String {
    var ports: Set<Int> = [53]
    if databases(of: workload).contains(where: \.isInCluster) { ports.insert(5432) }
    if let collector = tracing(of: workload)?.collector { ports.insert(collector.port.value) }
    return ports.sorted().map(String.init).joined(separator: ",")
  }

  /// The addresses of servers of databases and of object stores, to which a workload has a way of its own.
  private func rangesBesideMesh(of workload: Workload) -> [String] {
    let servers = databases(of: workload).flatMap { database -> [Spanned<CIDR>] in
      guard case .server(_, let server) = database.place else { return [] }
      return server.cidrs
    }
    let stores = storage(of: workload).flatMap(\.store.cidrs)
    return Set((servers + stores).map(\.value.description)).sorted()
  }

  /// The class of Prometheus's settings by which it shows its certificate to a workload's sidecar.
  func scrapeClass(of workload: Workload) -> Node? {
    isMeshed(workload) ? mesh.map { Node($0.mesh.scrapeClass) } : nil
  }

  /// Whether the sidecar hands out the metrics of a workload, on a port of its own.
  ///
  /// A Prometheus that goes by annotations has no certificate of the mesh.
  func mergesMetrics(of workload: Workload) -> Bool {
    isMeshed(workload) && workload.pod.metrics != nil && platform.capabilities.prometheusOperator == nil
  }
}

/// Where sidecars hand out metrics, in the clear.
let mergedMetricsPort = 15020

/// What a Service is called everywhere in the mesh.
func meshHost(_ service: String, in unit: TenantUnit) -> String {
  "\(service).\(unit.namespace.value).svc.cluster.local"
}

extension Edge {
  /// A mesh sees TCP only; the rest is the network policy's.
  var meshPorts: [Keyed<Port>.Item] { ports.filter { $0.value.protocol.value == .tcp } }
}

extension Specification.Service {
  /// The names of all Services that stand for its pods.
  var addresses: [String] {
    guard !workload.container.ports.isEmpty else { return [] }
    return [name] + releaseServices.map { "\(name)-\($0)" }
      + (spec.stateful.value ? [workload.headlessName] : [])
  }
}
