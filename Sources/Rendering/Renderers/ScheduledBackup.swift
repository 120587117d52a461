internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Base backups of the tenant's own cluster; what changes between them is archived all the time.
  static let scheduledBackup = ResourceRenderer("ScheduledBackup") { unit in
    guard let cluster = unit.data.cluster, let backup = cluster.backup else { return [] }
    // CloudNativePG counts seconds as well.
    let schedule = Node("0 \(backup.settings.schedule.value)", origin: backup.settings.schedule.origin)
    let object = KubernetesObject(
      cluster.version.value.rawValue,
      "ScheduledBackup",
      name: UnitCluster.name,
      namespace: unit.namespace.value,
      labels: Mapping(unit.labels),
      owner: cluster.origin,
      renderer: "ScheduledBackup",
      body: [
        "spec": [
          "schedule": schedule,
          "immediate": true,
          "backupOwnerReference": "none",
          "cluster": ["name": Node(UnitCluster.name)],
          "method": "barmanObjectStore",
        ]
      ]
    )
    return [object.withVersion(at: cluster.version.origin)]
  }
}
