internal import Diagnostics
internal import Specification
internal import YAMLSyntax

/// The fields of Kubernetes objects that a path of the spec decides, so that locking the path locks them.
///
/// Source: the renderers of this module.
private let fieldsOfPath: [String: [String]] = [
  "autoscaling": ["metrics", "behavior", "resourcePolicy", "updatePolicy"],
  "image": ["image", "imagePullPolicy", "imagePullSecrets"],
  "placement": [
    "nodeSelector", "nodeName", "affinity", "tolerations", "topologySpreadConstraints", "schedulerName",
  ],
  "priority": ["priorityClassName", "priority", "preemptionPolicy"],
  "probes": ["startupProbe", "readinessProbe", "livenessProbe"],
  "replicas": ["replicas", "minReplicas", "maxReplicas", "minReplicaCount", "maxReplicaCount"],
  "resources": ["resources"],
  "rollout": [
    "strategy", "updateStrategy", "minReadySeconds", "progressDeadlineSeconds", "revisionHistoryLimit",
  ],
  "security": [
    "securityContext", "hostNetwork", "hostPID", "hostIPC", "hostUsers", "hostPath", "hostPort",
    "serviceAccountName", "serviceAccount", "automountServiceAccountToken", "runtimeClassName",
  ],
  "termination": ["terminationGracePeriodSeconds", "lifecycle"],
]

/// What no tenant's patch may touch, whatever the tier: who an object is, how its pods are found, and what keeps
/// them inside the restricted level.
private let identityFields = ["apiVersion", "kind", "name", "namespace", "selector", "scopeSelector"]

/// The objects that bound a tenant; only the platform may patch them.
private let boundingKinds = [
  "Namespace", "ResourceQuota", "LimitRange", "NetworkPolicy", "Role", "RoleBinding", "SecretStore",
  "ClusterQueue", "PeerAuthentication", "AuthorizationPolicy", "Sidecar", "ServiceEntry",
  "LocalQueue", "PriorityClass", "Schedule",
]

/// A field that a patch may not touch.
struct ProtectedField {
  let name: String
  let place: Span?
  /// Why, in a few words.
  let reason: String
  /// The line that forbids it.
  let rule: Span?
}

/// The first field of a tenant's patch that is not the tenant's to change; nil where all are.
func protectedField(in patch: Extension<Patch>, kind: String, of unit: TenantUnit) -> ProtectedField? {
  let document = patch.document
  guard patch.owner == .tenant else { return nil }
  if boundingKinds.contains(kind) {
    return ProtectedField(
      name: kind,
      place: document.target.kind.origin.span,
      reason: "objects of this kind bound the tenant",
      rule: nil
    )
  }
  var locked: [String: Span?] = [:]
  for path in unit.tier.locked {
    let head = path.value.split(separator: ".").first.map(String.init) ?? path.value
    for field in fieldsOfPath[head] ?? [] { locked[field] = path.origin.span }
  }
  for (name, place) in fields(of: document) {
    if let rule = locked[name] {
      return ProtectedField(name: name, place: place, reason: "locked by the tier", rule: rule)
    }
    if name.isKeyOfMesh {
      return ProtectedField(name: name, place: place, reason: "the mesh goes by it", rule: nil)
    }
    if ["securityContext", "hostNetwork", "hostPID", "hostIPC", "hostPath", "privileged"].contains(name) {
      return ProtectedField(name: name, place: place, reason: "it is part of the restricted level", rule: nil)
    }
  }
  for (name, place) in topFields(of: document) where identityFields.contains(name) {
    return ProtectedField(name: name, place: place, reason: "it says who the object is", rule: nil)
  }
  return nil
}

/// Every field that a patch names, at whatever depth.
private func fields(of patch: Patch) -> [(String, Span?)] {
  var found: [(String, Span?)] = []
  func visit(_ node: Node) {
    switch node.content {
    case .scalar: break
    case .sequence(let items): for item in items { visit(item) }
    case .mapping(let mapping):
      for entry in mapping.entries {
        found.append((entry.key, entry.keySpan))
        visit(entry.value)
      }
    }
  }
  if let merge = patch.merge { visit(merge) }
  for step in patch.json {
    for path in [step.path, step.from].compactMap({ $0 }) {
      found += path.value.split(separator: "/").map { (String($0), path.origin.span) }
    }
    if let value = step.value { visit(value) }
  }
  return found
}

/// The fields that a patch names at the top of the object, in its metadata and in its spec.
private func topFields(of patch: Patch) -> [(String, Span?)] {
  func entries(_ node: Node?) -> [(String, Span?)] {
    (node?.mapping?.entries ?? []).map { ($0.key, $0.keySpan) }
  }
  let steps = patch.json.compactMap { step -> (String, Span?)? in
    let keys = step.path.value.split(separator: "/").map(String.init)
    guard let first = keys.first else { return nil }
    let isNested = ["metadata", "spec"].contains(first) && keys.count > 1
    return (isNested ? keys[1] : first, step.path.origin.span)
  }
  return entries(patch.merge) + entries(patch.merge?.mapping?["metadata"])
    + entries(patch.merge?.mapping?["spec"]) + steps
}
