internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The way from the platform's gateway to an exposed service, and the way there for those who come without TLS.
  static let httpRoute = ResourceRenderer("HTTPRoute") { unit in
    guard let version = unit.platform.capabilities.gatewayAPI else { return [] }
    let routes = unit.exposed.filter { !$0.0.isExposedByGRPC }.map { service, expose in
      unit.route("HTTPRoute", to: service, expose, version.value)
    }
    guard let listener = unit.platform.network.gateway.httpListener else { return routes }
    return routes
      + unit.hosts.map { service, expose in
        KubernetesObject(
          version.value.rawValue,
          "HTTPRoute",
          named: "\(service.name)-redirect",
          of: service.workload,
          in: unit,
          [
            "spec": [
              "parentRefs": [unit.gatewayReference(listener)],
              "hostnames": [unit.host(of: service, expose)],
              "rules": [
                [
                  "filters": [
                    ["type": "RequestRedirect", "requestRedirect": ["scheme": "https", "statusCode": 301]]
                  ]
                ]
              ],
            ]
          ]
        )
      }
  }
}
