internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// No request is answered, then exactly the declared edges are, by who the caller is and by port.
  ///
  /// What the network policies say of addresses, these say of identities.
  static let authorizationPolicy = ResourceRenderer("AuthorizationPolicy") { unit in
    guard let (version, mesh) = unit.mesh else { return [] }
    let deny = KubernetesObject(
      version.value.security,
      "AuthorizationPolicy",
      named: "default-deny",
      in: unit,
      ["spec": [:]]
    )
    let allowed = unit.workloads.filter(unit.isMeshed).compactMap { workload -> KubernetesObject? in
      guard let rules = Node.list(rules(workload, mesh, unit)) else { return nil }
      return KubernetesObject(
        version.value.security,
        "AuthorizationPolicy",
        of: workload,
        in: unit,
        [
          "spec": [
            "selector": ["matchLabels": unit.selectorNode(of: workload)], "action": "ALLOW", "rules": rules,
          ]
        ]
      )
    }
    return ([deny] + allowed).map { $0.withVersion(at: version.origin) }
  }
}

private func rules(_ workload: Workload, _ mesh: Mesh, _ unit: TenantUnit) -> [Node] {
  let ports = workload.container.ports
  let network = unit.platform.network
  var rules: [Node] = []
  if let expose = unit.services.first(where: { $0.name == workload.name })?.spec.expose,
    let port = ports.item(expose.port.value)
  {
    let source = source(network.gateway.namespace, mesh.gatewayAccount)
    rules.append(rule(source, [port], expose.port.origin))
  }
  if let metrics = workload.pod.metrics, !unit.mergesMetrics(of: workload),
    let port = ports.item(metrics.port.value)
  {
    let source = source(network.monitoring.namespace, mesh.monitoringAccount)
    rules.append(rule(source, [port], metrics.port.origin))
  }
  return rules
    + workload.inbound.compactMap { edge in
      let ports = edge.meshPorts
      let origin = Origin(span: edge.origin.span, derivation: .networkEdge)
      let caller: Node = ["principals": [principal(edge.caller, unit.namespace.value, origin)]]
      return ports.isEmpty ? nil : rule(caller, ports, origin)
    }
}

private func rule(_ source: Node, _ ports: [Keyed<Port>.Item], _ origin: Origin) -> Node {
  [
    "from": [["source": source]],
    "to": [
      ["operation": ["ports": .list(ports.map { Node(String($0.value.number.value), origin: origin) })]]
    ],
  ]
}

/// Pods of a shared namespace: those of one account where it is known.
private func source(_ namespace: Spanned<String>, _ account: Spanned<String>?) -> Node {
  guard let account else { return ["namespaces": [Node(namespace)]] }
  return ["principals": [principal(account.value, namespace.value, account.origin)]]
}

/// Istio reads `cluster.local` as the trust domain of the mesh, whatever it is called.
private func principal(_ account: String, _ namespace: String, _ origin: Origin) -> Node {
  Node("cluster.local/ns/\(namespace)/sa/\(account)", origin: origin)
}
