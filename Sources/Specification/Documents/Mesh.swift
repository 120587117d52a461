internal import Diagnostics
package import Kubernetes

/// How Istio is run in the cluster: as sidecars, which the CNI plugin of Istio puts before each pod.
///
/// Sidecars, because they leave every connection on its own port: network policies still say who reaches what.
package struct Mesh: SpecObject {
  package let environments: [Spanned<String>]
  package let revision: Spanned<String>?
  package let controlPlane: PodPeer
  package let gatewayAccount: Spanned<String>?
  package let monitoringAccount: Spanned<String>?
  package let scrapeClass: Spanned<String>
  package let proxy: ProxySize

  package static let standard = Mesh(
    environments: [],
    revision: nil,
    controlPlane: .istiod,
    gatewayAccount: nil,
    monitoringAccount: nil,
    scrapeClass: Spanned("istio-mtls"),
    proxy: .standard
  )

  package static let shape = Shape(
    "mesh",
    "How the mesh is run: as sidecars, with the CNI plugin of Istio.",
    .list("environments", "The environments whose tenants are in it; all when absent.", .name),
    .optional("revision", "The revision that tenants are in; the default one when absent.", .name),
    .defaulted(
      "controlPlane",
      "The pods that sidecars get their certificates and settings from.",
      to: "istiod in istio-system",
      PodPeer.istiod
    ),
    .optional(
      "gatewayAccount",
      "The service account of the gateway's proxies; any of their namespace when absent.",
      .name
    ),
    .optional(
      "monitoringAccount",
      "The service account of Prometheus; any of its namespace when absent.",
      .name
    ),
    .defaulted(
      "scrapeClass",
      "The scrape class by which Prometheus shows its certificate of the mesh.",
      .name,
      to: "istio-mtls",
      standard.scrapeClass
    ),
    .defaulted("proxy", "The size of one sidecar.", to: "{}", ProxySize.standard),
    make: Mesh.init
  )
}

/// The size of one sidecar; what it gets is reserved, and counts against the quota.
package struct ProxySize: SpecObject {
  package let cpu: Spanned<Quantity>
  package let memory: Spanned<Quantity>

  package static let standard = ProxySize(
    cpu: Spanned(Quantity(parsing: "100m") ?? .zero),
    memory: Spanned(Quantity(parsing: "128Mi") ?? .zero)
  )

  package static let shape = Shape(
    "proxy size",
    "The size of one sidecar, all of it reserved.",
    .defaulted("cpu", "Its cpu.", to: "100m", standard.cpu),
    .defaulted("memory", "Its memory.", to: "128Mi", standard.memory),
    make: ProxySize.init
  )
}

extension PodPeer {
  fileprivate static let istiod = PodPeer(
    namespace: Spanned("istio-system"),
    podLabels: Keyed([Keyed.Item(name: "istio", origin: .none, value: Spanned("pilot"))])
  )
}

extension Platform {
  /// The mesh that the tenants of an environment are in, with the version of its API; nil where there is none.
  package func mesh(in environment: String) -> (version: Spanned<IstioVersion>, mesh: Mesh)? {
    let mesh = network.mesh
    guard let version = capabilities.istio,
      mesh.environments.isEmpty || mesh.environments.contains(where: { $0.value == environment })
    else { return nil }
    return (version, mesh)
  }
}

/// The API version of Istio's traffic kinds; those of its security kinds are of the same age.
package enum IstioVersion: String, SpecEnumeration {
  case v1 = "networking.istio.io/v1"

  package var security: String {
    switch self {
    case .v1: "security.istio.io/v1"
    }
  }
}
