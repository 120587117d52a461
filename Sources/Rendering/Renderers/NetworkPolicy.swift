internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Nothing may talk to anything, then exactly the declared edges, each opened on both sides.
  static let networkPolicy = ResourceRenderer("NetworkPolicy") { unit in
    [defaultDeny(unit), allowDNS(unit)] + allowMesh(unit) + unit.workloads.map { policy($0, unit) }
      + clusterPolicy(unit)
  }
}

private let apiVersion = "networking.k8s.io/v1"

private func defaultDeny(_ unit: TenantUnit) -> KubernetesObject {
  KubernetesObject(
    apiVersion,
    "NetworkPolicy",
    named: "default-deny",
    in: unit,
    ["spec": ["podSelector": [:], "policyTypes": ["Ingress", "Egress"]]]
  )
}

private func allowDNS(_ unit: TenantUnit) -> KubernetesObject {
  KubernetesObject(
    apiVersion,
    "NetworkPolicy",
    named: "allow-dns",
    in: unit,
    [
      "spec": [
        "podSelector": [:],
        "egress": [dnsRule(unit.platform)],
        "policyTypes": ["Egress"],
      ]
    ]
  )
}

/// Sidecars get their certificates and settings from the control plane.
private func allowMesh(_ unit: TenantUnit) -> [KubernetesObject] {
  guard let mesh = unit.mesh?.mesh else { return [] }
  return [
    KubernetesObject(
      apiVersion,
      "NetworkPolicy",
      named: "allow-mesh",
      in: unit,
      [
        "spec": [
          "podSelector": [:],
          "egress": [["to": [peer(mesh.controlPlane)], "ports": [["protocol": "TCP", "port": 15012]]]],
          "policyTypes": ["Egress"],
        ]
      ]
    )
  ]
}

func dnsRule(_ platform: Platform) -> Node {
  [
    "to": [peer(platform.network.dns)],
    "ports": [["protocol": "UDP", "port": 53], ["protocol": "TCP", "port": 53]],
  ]
}

private func policy(_ workload: Workload, _ unit: TenantUnit) -> KubernetesObject {
  KubernetesObject(
    apiVersion,
    "NetworkPolicy",
    of: workload,
    in: unit,
    annotations: purposes(workload) + dataPurposes(workload, unit),
    [
      "spec": [
        "podSelector": ["matchLabels": unit.selectorNode(of: workload)],
        "ingress": .list(ingress(workload, unit)),
        "egress": .list(egress(workload, unit)),
        "policyTypes": ["Ingress", "Egress"],
      ]
    ]
  )
}

private func ingress(_ workload: Workload, _ unit: TenantUnit) -> [Node] {
  let ports = workload.container.ports
  var rules: [Node] = []
  if let expose = unit.services.first(where: { $0.name == workload.name })?.spec.expose,
    let port = ports.item(expose.port.value)
  {
    let gateway = unit.platform.network.gateway
    rules.append([
      "from": [peer(gateway.namespace, gateway.podLabels, expose.port.origin)],
      "ports": [portNode(port, expose.port.origin)],
    ])
  }
  if let metrics = workload.pod.metrics, let port = ports.item(metrics.port.value) {
    rules.append([
      "from": [peer(unit.platform.network.monitoring)],
      "ports": [
        unit.mergesMetrics(of: workload)
          ? ["protocol": "TCP", "port": Node(mergedMetricsPort, origin: metrics.port.origin)]
          : portNode(port, metrics.port.origin)
      ],
    ])
  }
  if unit.isDistributed(workload) { rules.append(["from": [selfPeer(workload, unit)]]) }
  return rules
    + workload.inbound.filter { !$0.ports.isEmpty }.map { edge -> Node in
      ["from": [pods(edge.caller, edge, unit)], "ports": edgePorts(edge)]
    }
}

private func egress(_ workload: Workload, _ unit: TenantUnit) -> [Node] {
  let workers: [Node] = unit.isDistributed(workload) ? [["to": [selfPeer(workload, unit)]]] : []
  let collector = unit.tracing(of: workload)?.collector
  return workers
    + (collector.map { collector -> [Node] in
      [["to": [peer(collector.peer)], "ports": [["protocol": "TCP", "port": Node(collector.port)]]]]
    } ?? [])
    + workload.outbound.filter { !$0.ports.isEmpty }.map { edge -> Node in
      ["to": [pods(edge.callee, edge, unit)], "ports": edgePorts(edge)]
    }
    + workload.pod.external.items.map { destination -> Node in
      [
        "to": .list(destination.value.cidrs.map { block($0, unit) }),
        "ports": .list(
          destination.value.ports.map { port in
            ["protocol": Node(destination.value.protocol), "port": Node(port)]
          }
        ),
      ]
    } + dataEgress(workload, unit)
}

/// The range, less every address in it that hands out credentials or belongs to the cluster.
func block(_ cidr: Spanned<CIDR>, _ unit: TenantUnit) -> Node {
  let excluded =
    metadataAddresses.filter { cidr.value != $0 && cidr.value.contains($0) }.map { Node($0.description) }
    + unit.platform.network.clusterRanges.filter { cidr.value != $0.value && cidr.value.contains($0.value) }
    .map { Node($0.value.description, origin: $0.origin) }
  return [
    "ipBlock": ["cidr": Node(cidr.value.description, origin: cidr.origin), "except": .list(excluded)]
  ]
}

func peer(_ peer: PodPeer) -> Node {
  Rendering.peer(peer.namespace, peer.podLabels, peer.namespace.origin)
}

private func peer(_ namespace: Spanned<String>, _ labels: Keyed<Spanned<String>>, _ origin: Origin) -> Node {
  [
    "namespaceSelector": ["matchLabels": ["kubernetes.io/metadata.name": Node(namespace)]],
    "podSelector": labels.isEmpty ? nil : ["matchLabels": .map(labels)],
  ]
}

/// The other workers of a distributed run; they talk on ports that they agree on as they go.
private func selfPeer(_ workload: Workload, _ unit: TenantUnit) -> Node {
  ["podSelector": ["matchLabels": unit.selectorNode(of: workload)]]
}

/// Pods of the same namespace.
private func pods(_ name: String, _ edge: Edge, _ unit: TenantUnit) -> Node {
  let origin = Origin(span: edge.origin.span, derivation: .networkEdge)
  return [
    "podSelector": [
      "matchLabels": [
        "app.kubernetes.io/instance": Node(unit.tenant.name, origin: origin),
        "app.kubernetes.io/name": Node(name, origin: origin),
      ]
    ]
  ]
}

private func edgePorts(_ edge: Edge) -> Node? {
  .list(edge.ports.map { portNode($0, Origin(span: edge.origin.span, derivation: .networkEdge)) })
}

private func portNode(_ port: Keyed<Port>.Item, _ origin: Origin) -> Node {
  ["protocol": Node(port.value.protocol), "port": Node(port.value.number.value, origin: origin)]
}

/// Why each external destination is open, for reviewers.
private func purposes(_ workload: Workload) -> [(String, Node)] {
  workload.pod.external.items.compactMap { item in
    item.value.purpose.map { ("external.\(ownPrefix)/\(item.name)", Node($0)) }
  }
}
