internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The tenant's namespace, at the restricted level of the cluster's own version, so that an upgrade of the
  /// cluster does not change what is admitted.
  static let namespace = ResourceRenderer("Namespace") { unit in
    let version = Node("v\(unit.platform.kubernetes.value.rawValue)", origin: unit.platform.kubernetes.origin)
    let levels = ["audit", "enforce", "warn"].flatMap { mode -> [(String, Node)] in
      [
        ("pod-security.kubernetes.io/\(mode)", Node("restricted")),
        ("pod-security.kubernetes.io/\(mode)-version", version),
      ]
    }
    var annotations: [(String, Node)] = [("\(ownPrefix)/contact", Node(unit.tenant.owner.contact))]
    annotations += unit.retentionAnnotations
    if let first = unit.tenant.facts.frameworks.first {
      let names = unit.tenant.facts.frameworks.map(\.value).joined(separator: ", ")
      annotations.append(("\(ownPrefix)/frameworks", Node(names, origin: first.origin)))
    }
    if let budget = unit.tenant.facts.budget {
      let text = "\(budget.monthly.value) \(budget.currency.value)"
      annotations.append(("\(ownPrefix)/monthly-budget", Node(text, origin: budget.monthly.origin)))
    }
    if let experiments = unit.experimentsOrigin {
      // Chaos Mesh may be told to leave alone whatever namespace does not say so.
      annotations.append(("chaos-mesh.org/inject", Node("enabled", origin: experiments)))
    }
    return [
      KubernetesObject(
        "v1",
        "Namespace",
        name: unit.namespace.value,
        namespace: nil,
        labels: Mapping(unit.labels + levels + injection(unit) + unit.platform.asksForSignatures),
        annotations: Mapping(annotations),
        owner: unit.namespace.origin,
        renderer: "Namespace",
        body: [:]
      )
    ]
  }
}

/// What has the mesh put a sidecar into each pod.
private func injection(_ unit: TenantUnit) -> [(String, Node)] {
  guard let (version, mesh) = unit.mesh else { return [] }
  return mesh.revision.map { [("istio.io/rev", Node($0))] }
    ?? [("istio-injection", Node("enabled", origin: version.origin))]
}
