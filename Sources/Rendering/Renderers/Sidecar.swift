internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// No pod of the mesh reaches anything, then each what it declares: the side of the caller, where an authorization
  /// policy is that of the called.
  static let sidecar = ResourceRenderer("Sidecar") { unit in
    guard let (version, _) = unit.mesh else { return [] }
    let none = KubernetesObject(
      version.value.rawValue,
      "Sidecar",
      named: "default",
      in: unit,
      ["spec": scope([])]
    )
    let scopes = unit.workloads.filter(unit.isMeshed).map { workload in
      KubernetesObject(
        version.value.rawValue,
        "Sidecar",
        of: workload,
        in: unit,
        ["spec": scope(hosts(workload, unit), of: unit.selectorNode(of: workload))]
      )
    }
    return ([none] + scopes).map { $0.withVersion(at: version.origin) }
  }
}

private func scope(_ hosts: [Node], of labels: Node? = nil) -> Node {
  [
    "workloadSelector": labels.map { ["labels": $0] },
    "outboundTrafficPolicy": ["mode": "REGISTRY_ONLY"],
    // No namespace's: nothing.
    "egress": [["hosts": .list(hosts.isEmpty ? ["~/*"] : hosts)]],
  ]
}

private func hosts(_ workload: Workload, _ unit: TenantUnit) -> [Node] {
  let called = workload.outbound.filter { !$0.meshPorts.isEmpty }.flatMap { edge -> [Node] in
    let origin = Origin(span: edge.origin.span, derivation: .networkEdge)
    let service = unit.services.first { $0.name == edge.callee }
    return (service?.addresses ?? []).map { Node("./\(meshHost($0, in: unit))", origin: origin) }
  }
  let external = unit.externalEntries(of: workload).flatMap { entry in
    entry.hosts.map { Node("./\($0.value)", origin: $0.origin) }
  }
  return called + external
}
