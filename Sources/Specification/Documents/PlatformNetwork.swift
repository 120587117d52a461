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

/// Which operators the cluster runs, by the API version that they serve.
package struct Capabilities: SpecObject {
  package let externalSecrets: Spanned<ExternalSecretsVersion>?
  package let gatewayAPI: Spanned<GatewayAPIVersion>?
  package let verticalPodAutoscaler: Spanned<VerticalPodAutoscalerVersion>?
  package let certManager: Spanned<CertManagerVersion>?

  package static let coreOnly = Capabilities(
    externalSecrets: nil,
    gatewayAPI: nil,
    verticalPodAutoscaler: nil,
    certManager: nil
  )

  package static let shape = Shape(
    "capabilities",
    "Which operators the cluster runs; what is absent falls back to core Kubernetes.",
    .optional("externalSecrets", "External Secrets: secrets are synchronised from the tenant's store."),
    .optional("gatewayAPI", "Gateway API: services are exposed by HTTPRoute instead of Ingress."),
    .optional("verticalPodAutoscaler", "Vertical Pod Autoscaler."),
    .optional("certManager", "cert-manager: certificates of Ingress hosts."),
    make: Capabilities.init
  )
}

package enum ExternalSecretsVersion: String, SpecEnumeration {
  case v1 = "external-secrets.io/v1"
}

package enum GatewayAPIVersion: String, SpecEnumeration {
  case v1 = "gateway.networking.k8s.io/v1"
}

package enum VerticalPodAutoscalerVersion: String, SpecEnumeration {
  case v1 = "autoscaling.k8s.io/v1"
}

package enum CertManagerVersion: String, SpecEnumeration {
  case v1 = "cert-manager.io/v1"
}

/// The minor versions of Kubernetes that the output can be for.
package enum KubernetesVersion: String, SpecEnumeration {
  case v1_33 = "1.33"
  case v1_34 = "1.34"
  case v1_35 = "1.35"
  case v1_36 = "1.36"
  case v1_37 = "1.37"
}
