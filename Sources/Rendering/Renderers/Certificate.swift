internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// One certificate for all hosts of the tenant, made and renewed by cert-manager.
  static let certificate = ResourceRenderer("Certificate") { unit in
    guard unit.hasListeners, let version = unit.platform.capabilities.certManager,
      let issuer = unit.platform.network.gateway.clusterIssuer
    else { return [] }
    return [
      KubernetesObject(
        version.value.rawValue,
        "Certificate",
        named: listenerSetName,
        in: unit,
        [
          "spec": [
            "secretName": Node(certificateSecretName),
            "dnsNames": .list(unit.hosts.map { unit.host(of: $0, $1) }),
            "issuerRef": ["group": "cert-manager.io", "kind": "ClusterIssuer", "name": Node(issuer)],
            "privateKey": ["rotationPolicy": "Always"],
          ]
        ]
      ).withVersion(at: version.origin)
    ]
  }
}
