internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

private let zoneKey = "topology.kubernetes.io/zone"
private let hostKey = "kubernetes.io/hostname"

/// The nodes that have what the pods need: the GPUs of a class, and the price of spot.
func nodeSelector(_ workload: Workload, in unit: TenantUnit) -> Node? {
  let gpu = workload.gpu?.gpuClass.nodeLabels.items ?? []
  let spot = spotNodes(workload, in: unit)?.nodeLabels.items ?? []
  return .map(
    (gpu + spot.filter { item in !gpu.contains { $0.name == item.name } }).map { ($0.name, Node($0.value)) }
  )
}

private func spotNodes(_ workload: Workload, in unit: TenantUnit) -> SpotNodes? {
  workload.pod.placement.spot?.value == true ? unit.platform.spot : nil
}

func tolerations(_ workload: Workload, in unit: TenantUnit) -> Node? {
  var tolerations = workload.pod.placement.tolerations.items.map { item -> Node in
    [
      "key": Node(item.name, origin: item.origin),
      "operator": Node(item.value.value == nil ? "Exists" : "Equal"),
      "value": item.value.value.map { Node($0) },
      "effect": item.value.effect.map { Node($0) },
    ]
  }
  for taint in [workload.gpu?.gpuClass.taint, spotNodes(workload, in: unit)?.taint].compactMap({ $0 }) {
    tolerations.append(["key": Node(taint), "operator": "Exists", "effect": "NoSchedule"])
  }
  return .list(tolerations)
}

/// Replicas over zones and hosts.
///
/// Pods of one revision are counted among themselves where the controller marks them, so that a rollout does
/// not skew the spread.
func topologySpread(_ workload: Workload, _ kind: PodKind, in unit: TenantUnit) -> Node? {
  guard !kind.isSingle else { return nil }
  let placement = workload.pod.placement
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
      "matchLabelKeys": kind.revisionLabel.map { [$0] },
    ]
  }
  return .list(
    [constraint(zoneKey, placement.zones), constraint(hostKey, placement.hosts)].compactMap { $0 }
  )
}

func affinity(_ workload: Workload, _ kind: PodKind, in unit: TenantUnit) -> Node? {
  let placement = workload.pod.placement
  let node = nodeAffinity(placement.nodes, in: unit)
  var near = placement.near.map { weighted(neighbours($0, in: unit), weight: 50) }
  if distributed(kind) != nil, let key = workload.gpu?.gpuClass.topologyKey {
    // Workers that exchange gradients belong on one fast interconnect, where there is room.
    let own: Node = [
      "labelSelector": ["matchLabels": unit.selectorNode(of: workload)], "topologyKey": Node(key),
    ]
    near.append(weighted(own, weight: 100))
  }
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

private func nodeAffinity(_ nodes: Keyed<NodeRequirement>, in unit: TenantUnit) -> Node? {
  func expression(_ item: Keyed<NodeRequirement>.Item) -> Node {
    [
      "key": Node(item.name, origin: item.origin),
      "operator": Node(item.value.values.isEmpty ? "Exists" : "In"),
      "values": .list(item.value.values.map { Node($0) }),
    ]
  }
  let zones = Node.list(unit.environment.zones.map { Node($0) }).map { zones -> Node in
    ["key": Node(zoneKey), "operator": "In", "values": zones]
  }
  let required =
    nodes.items.filter { $0.value.isRequired.value }.map(expression) + [zones].compactMap { $0 }
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
