internal import Validation

/// Whether a cloud is told to keep the load balancer of a Service within the own network.
func isInternal(_ service: APIObject) -> Bool {
  let annotations = service.metadata["annotations"]
  return [
    ("service.beta.kubernetes.io/aws-load-balancer-internal", "true"),
    ("service.beta.kubernetes.io/aws-load-balancer-scheme", "internal"),
    ("service.beta.kubernetes.io/azure-load-balancer-internal", "true"),
    ("networking.gke.io/load-balancer-type", "Internal"),
    ("cloud.google.com/load-balancer-type", "Internal"),
    ("service.beta.kubernetes.io/openstack-internal-load-balancer", "true"),
  ].contains { annotations[$0.0].text == $0.1 }
}
