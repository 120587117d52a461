internal import Kubernetes
internal import Specification

extension ResourceRenderer {
  /// The way from the platform's gateway to a service that is exposed by gRPC.
  static let grpcRoute = ResourceRenderer("GRPCRoute") { unit in
    guard let version = unit.platform.capabilities.gatewayAPI else { return [] }
    return unit.exposed.filter(\.0.isExposedByGRPC).map { service, expose in
      unit.route("GRPCRoute", to: service, expose, version.value)
    }
  }
}
