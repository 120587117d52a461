internal import YAMLSyntax

/// What lets somebody reach or do more than before.
let exposureRules: [FieldRule] = [
  FieldRule(.exposureWidened, "the Service is reached from outside the cluster", newObjectsToo: true) {
    leaf in
    leaf.kind == "Service" && leaf.isAt("spec", "type") && reach(leaf.newText) > reach(leaf.oldText)
  },
  FieldRule(.exposureWidened, "one more port or address is open to the outside", newObjectsToo: true) {
    leaf in
    guard leaf.kind == "Service", leaf.isAddition else { return false }
    if leaf.isBelow("spec", "externalIPs") { return true }
    let isOpen = reach(leaf.newObject.tree.text("spec", "type")) > 0
    return isOpen && leaf.oldObject != nil
      && (leaf.isAt("spec", "ports", "port") || leaf.isBelow("spec", "loadBalancerSourceRanges"))
  },
  FieldRule(.exposureWidened, "every address may reach the load balancer") { leaf in
    leaf.kind == "Service" && leaf.isBelow("spec", "loadBalancerSourceRanges") && leaf.isRemoval
      && leaf.newObject.tree.at(["spec", "loadBalancerSourceRanges"]) == nil
  },
  FieldRule(.exposureWidened, "one more host or path leads into the cluster", newObjectsToo: true) { leaf in
    routeKinds.contains(leaf.kind) && leaf.isAddition && leaf.isBelow("spec", "rules")
      && leaf.changePath.names.count <= routeDepth && isNewGrant(leaf)
  },
  FieldRule(.exposureWidened, "a host or path leads to another service") { leaf in
    guard routeKinds.contains(leaf.kind), !leaf.isRemoval else { return false }
    return leaf.isBelow("spec", "defaultBackend")
      || leaf.isBelow("spec", "rules") && leaf.changePath.names.count > routeDepth
        && leaf.names.last != "weight"
        && leaf.names.contains { $0 == "backend" || $0 == "backendRefs" }
  },
  FieldRule(.exposureWidened, "one more gateway or listener takes requests") { leaf in
    !leaf.isRemoval && leaf.kind.hasPrefix("gateway.networking.k8s.io/")
      && (leaf.isBelow("spec", "parentRefs") || leaf.isBelow("spec", "listeners"))
  },
  FieldRule(.exposureWidened, "one more peer or port is allowed", newObjectsToo: true) { leaf in
    leaf.kind == networkPolicy && !leaf.isRemoval
      && (leaf.isBelow("spec", "ingress") || leaf.isBelow("spec", "egress")) && isNewGrant(leaf)
  },
  FieldRule(.exposureWidened, "one more caller or port is let in", newObjectsToo: true) { leaf in
    leaf.kind == "security.istio.io/AuthorizationPolicy" && !leaf.isRemoval && leaf.isBelow("spec", "rules")
      && isNewGrant(leaf)
  },
  FieldRule(.exposureWidened, "callers without a certificate of the mesh are let in") { leaf in
    leaf.kind == "security.istio.io/PeerAuthentication" && leaf.names.last == "mode"
      && leaf.newText != "STRICT"
  },
  FieldRule(.exposureWidened, "a policy that does not name a direction leaves it open") { leaf in
    leaf.kind == networkPolicy && leaf.isBelow("spec", "policyTypes") && leaf.isRemoval
  },
  FieldRule(.exposureWidened, "pods that the policy no longer selects are no longer closed by it") { leaf in
    leaf.kind == networkPolicy && leaf.isBelow("spec", "podSelector")
  },
  FieldRule(.exposureWidened, "one more verb on one more resource is allowed", newObjectsToo: true) { leaf in
    roleKinds.contains(leaf.kind) && !leaf.isRemoval
      && (leaf.isBelow("aggregationRule") || leaf.isBelow("rules") && isNewGrant(leaf))
  },
  FieldRule(.exposureWidened, "one more subject has the rights of the role", newObjectsToo: true) { leaf in
    bindingKinds.contains(leaf.kind) && !leaf.isRemoval && leaf.isBelow("subjects")
  },
  FieldRule(.exposureWidened, "another role may give other rights") { leaf in
    bindingKinds.contains(leaf.kind) && leaf.isBelow("roleRef")
  },
]

private let networkPolicy = "networking.k8s.io/NetworkPolicy"

private let routeKinds: Set<String> = [
  "networking.k8s.io/Ingress", "gateway.networking.k8s.io/GRPCRoute", "gateway.networking.k8s.io/HTTPRoute",
]

private let roleKinds: Set<String> = [
  "rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole",
]

/// The fields down to one route: `spec`, `rules`, and its host and path.
private let routeDepth = 3

/// How far a type of Service reaches.
private func reach(_ type: String?) -> Int {
  switch type {
  case "NodePort": 1
  case "LoadBalancer": 2
  default: 0
  }
}

/// Whether a value is a grant that no grant of the old object covers.
private func isNewGrant(_ leaf: Leaf) -> Bool {
  guard let list = grants(of: leaf.newObject).first(where: { leaf.names.starts(with: $0.path) }),
    leaf.names.count > list.path.count,
    let grant = list.grants.first(where: { $0.text == leaf.names[list.path.count] })
  else { return false }
  let old = leaf.oldObject.map { grants(of: $0) }?.first { $0.path == list.path }?.grants ?? []
  return !old.contains { $0.covers(grant) }
}
