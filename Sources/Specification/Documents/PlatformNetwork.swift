package import Kubernetes

/// Who the shared parts of the cluster's network are.
package struct PlatformNetwork: SpecObject {
  package let dns: PodPeer
  package let monitoring: PodPeer
  package let gateway: Gateway
  package let clusterRanges: [Spanned<CIDR>]

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

  package static let shape = Shape(
    "gateway",
    "The way in from outside.",
    .required("name", "The Gateway of the cluster.", .name),
    .required("namespace", "The namespace of the Gateway and of its proxies.", .name),
    .required("listener", "The listener that ends TLS.", .name),
    .map("podLabels", "The labels of its proxies; all pods of the namespace when absent.", keys: .labelKey),
    .optional("ingressClass", "The IngressClass, for clusters without the Gateway API.", .name),
    .optional("clusterIssuer", "The cert-manager ClusterIssuer of Ingress certificates.", .name),
    make: Gateway.init
  )
}
