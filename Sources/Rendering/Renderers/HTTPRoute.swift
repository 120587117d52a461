internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The way from the platform's gateway to an exposed service; the gateway's listener ends TLS.
  static let httpRoute = ResourceRenderer("HTTPRoute") { unit in
    guard let version = unit.platform.capabilities.gatewayAPI else { return [] }
    let gateway = unit.platform.network.gateway
    return unit.exposed.map { service, expose in
      KubernetesObject(
        version.value.rawValue,
        "HTTPRoute",
        of: service.workload,
        in: unit,
        annotations: endOfTest(service),
        [
          "spec": [
            "parentRefs": [
              [
                "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": Node(gateway.name),
                "namespace": Node(gateway.namespace), "sectionName": Node(gateway.listener),
              ]
            ],
            "hostnames": [unit.host(of: service, expose)],
            "rules": .list(routeRules(service, expose)),
          ]
        ]
      )
    }
  }
}

extension TenantUnit {
  /// The services that are reached from outside, with how.
  var exposed: [(Specification.Service, Exposure)] {
    services.compactMap { service in service.spec.expose.map { (service, $0) } }
  }

  /// The host name: `<host>.<tenant>.<environment>.<platform domain>`.
  func host(of service: Specification.Service, _ expose: Exposure) -> Node {
    let label = expose.host?.value ?? service.name
    let stage = environment.domain?.value ?? environment.short.value
    return Node(
      "\(label).\(tenant.name).\(stage).\(platform.domain.value)",
      origin: Origin(span: (expose.host ?? expose.port).origin.span, derivation: .hostName)
    )
  }
}

/// The Service's number of the exposed port.
func servicePort(_ service: Specification.Service, _ expose: Exposure) -> Node? {
  service.workload.container.ports[expose.port.value].map { port in
    Node((port.service ?? port.number).value, origin: expose.port.origin)
  }
}
