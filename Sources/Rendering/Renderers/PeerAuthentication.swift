internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Nothing enters a pod of the mesh without a certificate of it.
  static let peerAuthentication = ResourceRenderer("PeerAuthentication") { unit in
    guard let (version, _) = unit.mesh else { return [] }
    return [
      KubernetesObject(
        version.value.security,
        "PeerAuthentication",
        named: "default",
        in: unit,
        ["spec": ["mtls": ["mode": "STRICT"]]]
      ).withVersion(at: version.origin)
    ]
  }
}
