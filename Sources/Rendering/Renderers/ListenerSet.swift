internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The tenant's own hosts on the platform's gateway, each ended by the tenant's own certificate.
  ///
  /// The gateway stays the platform's; what a tenant adds to it goes with the tenant.
  static let listenerSet = ResourceRenderer("ListenerSet") { unit in
    guard unit.hasListeners, let version = unit.platform.capabilities.gatewayAPI else { return [] }
    let gateway = unit.platform.network.gateway
    return [
      KubernetesObject(
        version.value.rawValue,
        "ListenerSet",
        named: listenerSetName,
        in: unit,
        [
          "spec": [
            "parentRef": unit.gatewayReference(),
            "listeners": .list(
              unit.hosts.map { service, expose in
                [
                  "name": Node(service.hostLabel), "hostname": unit.host(of: service, expose),
                  "port": 443, "protocol": "HTTPS",
                  "tls": [
                    "mode": "Terminate",
                    "certificateRefs": [
                      ["group": "", "kind": "Secret", "name": Node(certificateSecretName)]
                    ],
                    "options": .map(gateway.tlsOptions),
                  ],
                  "allowedRoutes": ["namespaces": ["from": "Same"]],
                ]
              }
            ),
          ]
        ]
      ).withVersion(at: version.origin)
    ]
  }
}
