internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The way from the platform's gateway to a service that is exposed by gRPC.
  static let grpcRoute = ResourceRenderer("GRPCRoute") { unit in
    guard let version = unit.platform.capabilities.gatewayAPI else { return [] }
    return unit.exposed.filter(\.0.isExposedByGRPC).map { service, expose in
      KubernetesObject(
        version.value.rawValue,
        "GRPCRoute",
        of: service.workload,
        in: unit,
        annotations: endOfTest(service),
        [
          "spec": [
            "parentRefs": [unit.parent(of: service)],
            "hostnames": [unit.host(of: service, expose)],
            "rules": .list(routeRules(service, expose)),
          ]
        ]
      )
    }
  }
}
