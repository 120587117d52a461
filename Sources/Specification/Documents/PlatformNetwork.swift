package import Kubernetes

/// Who the shared parts of the cluster's network are.
package struct PlatformNetwork: SpecObject {
  package let dns: PodPeer
  package let monitoring: PodPeer
  package let gateway: Gateway
  package let clusterRanges: [Spanned<CIDR>]
  package let mesh: Mesh

  package static let shape = Shape(
    "network",
    "Who the shared parts of the cluster's network are.",
    .required("dns", "The name servers that every pod may ask."),
    .required("monitoring", "The pods that scrape metrics."),
    .required("gateway", "The way in from outside."),
    .list(
      "clusterRanges",
      "Addresses of pods, services and nodes; never reached as an external place.",
      .cidr
    ),
    .defaulted(
      "mesh",
      "How the mesh is run, where Istio is among the capabilities.",
      to: "{}",
      Mesh.standard
    ),
    make: PlatformNetwork.init
  )
}

/// Pods of a shared namespace, by labels.
package struct PodPeer: SpecObject {
  package let namespace: Spanned<String>
  package let podLabels: Keyed<Spanned<String>>

  package static let shape = Shape(
    "peer",
    "Pods of a shared namespace.",
    .required("namespace", "Their namespace.", .name),
    .map("podLabels", "Their labels; all pods of the namespace when absent.", keys: .labelKey),
    make: PodPeer.init
  )
}

package struct Gateway: SpecObject {
  package let name: Spanned<String>
  package let namespace: Spanned<String>
  package let listener: Spanned<String>
  package let podLabels: Keyed<Spanned<String>>
  package let ingressClass: Spanned<String>?
  package let clusterIssuer: Spanned<String>?
  package let httpListener: Spanned<String>?
  package let listenerSets: Spanned<Bool>
  package let tlsOptions: Keyed<Spanned<String>>
  package let ingressAnnotations: IngressAnnotations

  package static let shape = Shape(
    "gateway",
    "The way in from outside.",
    .required("name", "The Gateway of the cluster.", .name),
    .required("namespace", "The namespace of the Gateway and of its proxies.", .name),
    .required("listener", "The listener that ends TLS.", .name),
    .map("podLabels", "The labels of its proxies; all pods of the namespace when absent.", keys: .labelKey),
    .optional("ingressClass", "The IngressClass, for clusters without the Gateway API.", .name),
    .optional("clusterIssuer", "The cert-manager ClusterIssuer of tenants' certificates.", .name),
    .optional("httpListener", "The listener without TLS, from which everybody is sent to the other.", .name),
    .defaulted(
      "listenerSets",
      "Whether each tenant's hosts have listeners and a certificate of their own; the Gateway has to allow it.",
      to: "false",
      Spanned(false)
    ),
    .map(
      "tlsOptions",
      "Options of such listeners, in the words of the Gateway's maker, such as the least version of TLS.",
      keys: .labelKey
    ),
    .defaulted(
      "ingressAnnotations",
      "Annotations of Ingresses, in the words of the controller's maker.",
      to: "{}",
      IngressAnnotations(all: Keyed([]), tiers: Keyed([]))
    ),
    make: Gateway.init
  )
}

/// What only the controller's maker has words for: a redirect, the least version of TLS, a limit of requests.
package struct IngressAnnotations: SpecObject {
  package let all: Keyed<Spanned<String>>
  package let tiers: Keyed<TierAnnotations>

  package static let shape = Shape(
    "ingress annotations",
    "Annotations of Ingresses, in the words of the controller's maker.",
    .map("all", "Of every Ingress.", keys: .labelKey),
    .map("tiers", "Of the Ingresses of a tier's tenants, such as a limit of requests.", keys: .tierName),
    make: IngressAnnotations.init
  )
}

package struct TierAnnotations: SpecObject {
  package let annotations: Keyed<Spanned<String>>

  package static let shape = Shape(
    "tier annotations",
    "Annotations of the Ingresses of a tier's tenants.",
    .map("annotations", "The annotations.", keys: .labelKey),
    make: TierAnnotations.init
  )
}
