internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The way in where the cluster has no Gateway API.
  ///
  /// TLS always; the certificate is cert-manager's where the platform has it, else a Secret that must exist.
  static let ingress = ResourceRenderer("Ingress") { unit in
    guard unit.platform.capabilities.gatewayAPI == nil else { return [] }
    let gateway = unit.platform.network.gateway
    var annotations: [(String, Node)] = []
    if unit.platform.capabilities.certManager != nil, let issuer = gateway.clusterIssuer {
      annotations.append(("cert-manager.io/cluster-issuer", Node(issuer)))
    }
    let words = gateway.ingressAnnotations
    let own = words.tiers[unit.tier.header.name]?.annotations.items ?? []
    // A tier's words are more to the point than those for all.
    annotations += (own + words.all.items.filter { item in !own.contains { $0.name == item.name } }).map {
      ($0.name, Node($0.value))
    }
    return unit.exposed.map { service, expose in
      let host = unit.host(of: service, expose)
      return KubernetesObject(
        "networking.k8s.io/v1",
        "Ingress",
        of: service.workload,
        in: unit,
        annotations: annotations,
        [
          "spec": [
            "ingressClassName": gateway.ingressClass.map { Node($0) },
            "tls": [["hosts": [host], "secretName": Node("\(service.name)-tls")]],
            "rules": [
              [
                "host": host,
                "http": [
                  "paths": [
                    [
                      "path": Node(expose.path), "pathType": "Prefix",
                      "backend": [
                        "service": [
                          "name": Node(service.name), "port": ["number": servicePort(service, expose)],
                        ]
                      ],
                    ]
                  ]
                ],
              ]
            ],
          ]
        ]
      )
    }
  }
}
