internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension TenantUnit {
  /// Whether the tenant's hosts have listeners of their own on the platform's gateway.
  var hasListeners: Bool {
    platform.capabilities.gatewayAPI != nil && platform.network.gateway.listenerSets.value && !exposed.isEmpty
  }

  /// A service of each host that the tenant is reached by.
  var hosts: [(Specification.Service, Exposure)] {
    var known: Set<String> = []
    return exposed.filter { known.insert($0.0.hostLabel).inserted }
  }

  /// What an exposed service's route hangs on.
  func parent(of service: Specification.Service) -> Node {
    guard hasListeners else { return gatewayReference(platform.network.gateway.listener) }
    return [
      "group": "gateway.networking.k8s.io", "kind": "ListenerSet", "name": Node(listenerSetName),
      "sectionName": Node(service.hostLabel),
    ]
  }

  /// The way from the platform's gateway to an exposed service; its kind is that of the requests.
  func route(
    _ kind: String,
    to service: Specification.Service,
    _ expose: Exposure,
    _ version: GatewayAPIVersion
  ) -> KubernetesObject {
    KubernetesObject(
      version.rawValue,
      kind,
      of: service.workload,
      in: self,
      annotations: endOfTest(service),
      [
        "spec": [
          "parentRefs": [parent(of: service)],
          "hostnames": [host(of: service, expose)],
          "rules": .list(routeRules(service, expose)),
        ]
      ]
    )
  }

  func gatewayReference(_ listener: Spanned<String>? = nil) -> Node {
    let gateway = platform.network.gateway
    return [
      "group": "gateway.networking.k8s.io", "kind": "Gateway", "name": Node(gateway.name),
      "namespace": Node(gateway.namespace), "sectionName": listener.map { Node($0) },
    ]
  }

  /// The services that are reached from outside, with how.
  var exposed: [(Specification.Service, Exposure)] {
    services.compactMap { service in service.spec.expose.map { (service, $0) } }
  }

  /// The host name: `<host>.<tenant>.<environment>.<platform domain>`.
  func host(of service: Specification.Service, _ expose: Exposure) -> Node {
    let label = service.hostLabel
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

extension Specification.Service {
  /// The first label of its host, which several services may share.
  var hostLabel: String { spec.expose?.host?.value ?? name }

  var isExposedByGRPC: Bool {
    spec.expose.flatMap { workload.container.ports[$0.port.value] }?.isGRPC ?? false
  }
}

/// There is one for each tenant; no workload is called like it.
let listenerSetName = "tenant"

/// The Secret that holds the certificate of all hosts of a tenant.
let certificateSecretName = "tenant-tls"
