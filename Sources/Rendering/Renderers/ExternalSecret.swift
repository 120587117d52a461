internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A Secret of a workload, kept in step with the tenant's store.
  ///
  /// No value ever stands in a manifest.
  static let externalSecret = ResourceRenderer("ExternalSecret") { unit in
    guard unit.synchronizesSecrets, let version = unit.platform.capabilities.externalSecrets else {
      return []
    }
    return unit.workloads.flatMap { workload in
      workload.container.secrets.items.map { item in
        let secretName = workload.secretName(item.name)
        return KubernetesObject(
          version.value.rawValue,
          "ExternalSecret",
          named: secretName,
          of: workload,
          in: unit,
          ["spec": spec(Node(secretName), data(item, unit))]
        )
      }
    }
      + unit.alertSecrets.map { item in
        KubernetesObject(
          version.value.rawValue,
          "ExternalSecret",
          named: item.name,
          in: unit,
          ["spec": spec(Node(item.name), item.properties.map { property($0.property, of: Node($0.key)) })]
        )
      } + unit.dataSecrets(version)
  }
}

private func spec(_ secretName: Node, _ data: [Node]) -> Node {
  [
    "refreshInterval": "1h0m0s",
    "refreshPolicy": "Periodic",
    "secretStoreRef": ["kind": "SecretStore", "name": Node(secretStoreName)],
    "target": ["name": secretName, "creationPolicy": "Owner", "deletionPolicy": "Retain"],
    "data": .list(data),
  ]
}

private func property(_ name: Spanned<String>, of key: Node) -> Node {
  ["secretKey": Node(name), "remoteRef": ["key": key, "property": Node(name)]]
}

private func data(_ item: Keyed<SecretUse>.Item, _ unit: TenantUnit) -> [Node] {
  let key =
    item.value.key.map { Node($0) }
    ?? Node("\(unit.tenant.name)/\(unit.environment.name)/\(item.name)", origin: item.origin)
  var seen: Set<String> = []
  return (item.value.env.items + item.value.files.items).filter { seen.insert($0.value.value).inserted }
    .map { property($0.value, of: key) }
}
