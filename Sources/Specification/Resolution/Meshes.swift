internal import Diagnostics
package import Kubernetes

extension TenantUnit {
  /// The mesh that the unit's pods are in, with the version of its API.
  package var mesh: (version: Spanned<IstioVersion>, mesh: Mesh)? { platform.mesh(in: environment.name) }

  /// Whether the pods of a workload have a sidecar.
  ///
  /// The workers of a distributed run have none: they talk to each other on ports that they agree on as they go, and
  /// as fast as the network allows. Migrations have none: they call nothing but a database, which is beside the mesh.
  package func isMeshed(_ workload: Workload) -> Bool {
    mesh != nil && !isDistributed(workload)
      && !data.migrations.contains { $0.workload.name == workload.name }
  }

  /// What the sidecars of all pods need at their peak.
  package var sidecars: (cpu: Quantity, memory: Quantity) {
    guard let proxy = mesh?.mesh.proxy else { return (.zero, .zero) }
    let pods = services.map { ($0.workload, $0.peakPods) } + jobs.map { ($0.workload, $0.peakPods) }
    let count = pods.filter { isMeshed($0.0) }.reduce(0) { $0 + $1.1 }
    return (proxy.cpu.value * count, proxy.memory.value * count)
  }

  /// Whether the pods of a workload work together on one run.
  package func isDistributed(_ workload: Workload) -> Bool {
    jobs.contains { $0.name == workload.name && $0.spec.modes.distributed != nil }
  }
}

extension Port {
  /// Whether requests can be told apart on it: a connection of any other kind is one thing from beginning to end.
  package var carriesRequests: Bool {
    ["http", "http2", "grpc", "kubernetes.io/h2c"].contains(appProtocol?.value)
  }

  package var isGRPC: Bool { appProtocol?.value == "grpc" }
}

extension String {
  /// Whether it is a label or annotation that Istio goes by, also as a step of a JSON pointer.
  package var isKeyOfMesh: Bool {
    let domain = prefix { $0 != "/" && $0 != "~" }
    return domain.endIndex != endIndex && (domain == "istio.io" || domain.hasSuffix(".istio.io"))
  }
}
