internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

private let zoneKey = "topology.kubernetes.io/zone"
private let hostKey = "kubernetes.io/hostname"

func tolerations(_ workload: Workload) -> Node? {
  var tolerations = workload.pod.placement.tolerations.items.map { item -> Node in
    [
      "key": Node(item.name, origin: item.origin),
      "operator": Node(item.value.value == nil ? "Exists" : "Equal"),
      "value": item.value.value.map { Node($0) },
      "effect": item.value.effect.map { Node($0) },
    ]
  }
  if let taint = workload.gpu?.gpuClass.taint {
    tolerations.append(["key": Node(taint), "operator": "Exists", "effect": "NoSchedule"])
  }
  return .list(tolerations)
}

/// Replicas over zones and hosts.
///
/// Pods of one revision are counted among themselves where the controller marks them, so that a rollout does
/// not skew the spread.
func topologySpread(_ workload: Workload, _ kind: PodKind, in unit: TenantUnit) -> Node? {
  guard let spec = kind.service, !(spec.replicas.maximum?.value == 1) else { return nil }
  let placement = workload.pod.placement
  var isDeployment = false
  if case .deployment = kind { isDeployment = true }
  func constraint(_ key: String, _ preference: Spanned<Preference>) -> Node? {
    guard preference.value != .off else { return nil }
    return [
      "maxSkew": 1,
      "topologyKey": Node(key),
      "whenUnsatisfiable": Node(
        preference.value == .required ? "DoNotSchedule" : "ScheduleAnyway",
        origin: preference.origin
      ),
      "labelSelector": ["matchLabels": unit.selectorNode(of: workload)],
      "matchLabelKeys": isDeployment ? ["pod-template-hash"] : nil,
    ]
  }
  return .list(
    [constraint(zoneKey, placement.zones), constraint(hostKey, placement.hosts)].compactMap { $0 }
  )
}

func affinity(_ workload: Workload, in unit: TenantUnit) -> Node? {
  let placement = workload.pod.placement
  let node = nodeAffinity(placement.nodes)
  let near = placement.near.map { weighted(neighbours($0, in: unit), weight: 50) }
  var required: [Node] = []
  var preferred = placement.awayFrom.map { weighted(neighbours($0, in: unit), weight: 50) }
  let own: Node = [
    "labelSelector": ["matchLabels": unit.selectorNode(of: workload)], "topologyKey": Node(hostKey),
  ]
  switch placement.hosts.value {
  case .required: required.append(own)
  case .preferred: preferred.insert(weighted(own, weight: 100), at: 0)
  case .off: break
  }
  let podAntiAffinity: Node? =
    required.isEmpty && preferred.isEmpty
    ? nil
    : [
      "requiredDuringSchedulingIgnoredDuringExecution": .list(required),
      "preferredDuringSchedulingIgnoredDuringExecution": .list(preferred),
    ]
  let affinity: Node = [
    "nodeAffinity": node,
    "podAffinity": near.isEmpty
      ? nil : ["preferredDuringSchedulingIgnoredDuringExecution": Node(.sequence(near))],
    "podAntiAffinity": podAntiAffinity,
  ]
  return affinity.mapping?.entries.isEmpty == true ? nil : affinity
}

private func weighted(_ term: Node, weight: Int) -> Node {
  ["weight": Node(weight), "podAffinityTerm": term]
}

private func neighbours(_ name: Spanned<String>, in unit: TenantUnit) -> Node {
  [
    "labelSelector": [
      "matchLabels": [
        "app.kubernetes.io/instance": Node(unit.tenant.name), "app.kubernetes.io/name": Node(name),
      ]
    ],
    "topologyKey": Node(hostKey),
  ]
}

private func nodeAffinity(_ nodes: Keyed<NodeRequirement>) -> Node? {
  func expression(_ item: Keyed<NodeRequirement>.Item) -> Node {
    [
      "key": Node(item.name, origin: item.origin),
      "operator": Node(item.value.values.isEmpty ? "Exists" : "In"),
      "values": .list(item.value.values.map { Node($0) }),
    ]
  }
  let required = nodes.items.filter { $0.value.isRequired.value }.map(expression)
  let preferred = nodes.items.filter { !$0.value.isRequired.value }.map { item -> Node in
    ["weight": Node(item.value.weight), "preference": ["matchExpressions": [expression(item)]]]
  }
  guard !required.isEmpty || !preferred.isEmpty else { return nil }
  return [
    "requiredDuringSchedulingIgnoredDuringExecution": required.isEmpty
      ? nil : ["nodeSelectorTerms": [["matchExpressions": Node(.sequence(required))]]],
    "preferredDuringSchedulingIgnoredDuringExecution": .list(preferred),
  ]
}
