internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// How long callers in the mesh wait for a service, and how often they try again.
  ///
  /// Every service that takes requests has one: left to itself, the mesh tries twice more whatever was asked.
  /// Not an HTTPRoute: it knows no tries in the version that clusters have. Requests from the gateway go by the
  /// service's HTTPRoute.
  static let virtualService = ResourceRenderer("VirtualService") { unit in
    guard let (version, _) = unit.mesh else { return [] }
    return unit.services.flatMap { service -> [KubernetesObject] in
      guard service.workload.container.ports.items.contains(where: \.value.carriesRequests) else { return [] }
      return service.addresses.map { address in
        KubernetesObject(
          version.value.rawValue,
          "VirtualService",
          named: address,
          of: service.workload,
          in: unit,
          ["spec": routes(service, to: Node(meshHost(address, in: unit)))]
        ).withVersion(at: version.origin)
      }
    }
  }
}

private func routes(_ service: Specification.Service, to host: Node) -> Node {
  let traffic = service.spec.traffic
  let ports = service.workload.container.ports.items.filter(\.value.carriesRequests)
  return [
    "hosts": [host],
    "http": .list(
      ports.map { port in
        let number = Node(port.value.service ?? port.value.number)
        return [
          "name": Node(port.name),
          "match": [["port": number]],
          "route": [["destination": ["host": host, "port": ["number": number]]]],
          "timeout": traffic?.timeout.map { .duration($0) },
          "retries": traffic?.retries.map(retries) ?? ["attempts": 0],
        ]
      }
    ),
    "exportTo": ["."],
  ]
}

/// A request that never reached its service may always be tried again; one that did, only where that does no harm.
private func retries(_ retries: Retries) -> Node {
  let unsent = "connect-failure,refused-stream"
  return [
    "attempts": Node(retries.attempts),
    "perTryTimeout": retries.timeout.map { .duration($0) },
    "retryOn": Node(
      retries.repeatable.value ? unsent + ",gateway-error,reset,unavailable" : unsent,
      origin: retries.repeatable.origin
    ),
  ]
}
