internal import Diagnostics
internal import Kubernetes
package import Specification
package import YAMLSyntax

/// Which backup is restored.
package enum RestoreSource: Sendable {
  case backup(String)
  /// The latest one of the unit's schedule that succeeded.
  case latest
}

/// A Restore of a unit.
///
/// Whatever is there stays as it is, so that a restore never lies over live data. Its name is made by the API server,
/// because an object of a name is restored once only.
///
/// - Parameters:
///   - unit: A unit that is backed up.
///   - source: Which backup.
///   - namespace: Where to; nil is where it was.
///   - resources: Only these; all where empty.
/// - Returns: The object; nil for a unit that is not backed up.
package func restore(
  of unit: TenantUnit,
  from source: RestoreSource,
  into namespace: String? = nil,
  resources: [String] = []
) -> Node? {
  guard let plan = unit.recovery else { return nil }
  let from: (String, Node) =
    switch source {
    case .backup(let name): ("backupName", Node(name))
    case .latest: ("scheduleName", Node(unit.namespace))
    }
  let spec: [(String, Node?)] = [
    from,
    ("includedNamespaces", [Node(unit.namespace)]),
    ("includedResources", .list(resources.map { Node($0) })),
    ("namespaceMapping", namespace.map { .map([(unit.namespace.value, Node($0))]) ?? [:] }),
    ("existingResourcePolicy", "none"),
    ("restorePVs", true),
    ("itemOperationTimeout", .hours(plan.rto)),
  ]
  return [
    "apiVersion": Node(plan.velero.value.rawValue),
    "kind": "Restore",
    "metadata": [
      "generateName": Node("\(namespace ?? unit.namespace.value)-"),
      "namespace": Node(unit.platform.backups.namespace),
      "labels": sorted(unit.labels),
    ],
    "spec": .map(spec.compactMap { key, value in value.map { (key, $0) } }),
  ]
}
