internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of volumes that no backup of the set has.
  static let backupMissing = LintRule(
    "SPAI2723",
    "backup-missing",
    .storage,
    .note,
    in: .all,
    rationale:
      "What is kept in one place is gone with the place, or with the first mistake.",
    remediation:
      "Let a schedule select the claim, or take snapshots of it.",
    aliases: [
      .kyverno: ["kasten-data-protection-by-label"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: PersistentVolumeClaim
        metadata: {name: data, namespace: a}
        ---
        apiVersion: velero.io/v1
        kind: Schedule
        metadata: {name: nightly, namespace: velero}
        spec:
          schedule: 0 3 * * *
          template: {includedNamespaces: [«a|b»]}
        """
      ),
      Example(
        """
        apiVersion: v1
        ↓kind: PersistentVolumeClaim
        metadata: {name: data, namespace: a, labels: {app: db}}
        ---
        apiVersion: velero.io/v1
        kind: Schedule
        metadata: {name: nightly, namespace: velero}
        spec:
          template: {labelSelector: {matchLabels: {app: «db|api»}}}
        """
      ),
      Example(
        """
        apiVersion: v1
        ↓kind: PersistentVolumeClaim
        metadata: {name: data, namespace: a}
        ---
        apiVersion: volsync.backube/v1alpha1
        kind: ReplicationSource
        metadata: {name: data, namespace: a}
        spec: {sourcePVC: «data|files»}
        """
      ),
      Example(
        """
        apiVersion: postgresql.cnpg.io/v1
        ↓kind: Cluster
        metadata: {name: db, namespace: a}
        ---
        apiVersion: postgresql.cnpg.io/v1
        kind: ScheduledBackup
        metadata: {name: db, namespace: a}
        spec: {schedule: 0 0 3 * * *, cluster: {name: «db|other»}}
        """
      ),
    ],
    check: .set(about: .kinds(["PersistentVolumeClaim", "Cluster.postgresql.cnpg.io"])) { set, _, report in
      let clusters = DatabaseCluster.all(in: set).map(\.object)
      for cluster in clusters where !isBackedUp(cluster, in: set) {
        report.flag(cluster.root, "is in no backup of this set", of: cluster)
      }
      // Without any, backups of volumes are somebody else's business.
      let backups = set.objects.filter { backupKinds.contains("\($0.group)/\($0.kind)") }
      guard !backups.isEmpty || !clusters.isEmpty else { return }
      for claim in set.ofKind("PersistentVolumeClaim", of: "")
      where !backups.contains(where: { $0.backsUp(claim) }) {
        report.flag(claim.root, "is in no backup of this set", of: claim)
      }
    }
  )
}

/// Whether base backups of a database cluster are made on a schedule.
private func isBackedUp(_ cluster: APIObject, in set: ObjectSet) -> Bool {
  set.ofKind("ScheduledBackup", of: DatabaseCluster.group).contains {
    $0.namespace == cluster.namespace && $0.spec["cluster"]["name"].text == cluster.name
      && $0.spec["suspend"].text != "true"
  }
}

/// With their groups: experiments and databases have schedules and backups too.
private let backupKinds: Set<String> = [
  "velero.io/Backup", "velero.io/Schedule", "k8up.io/Schedule", "volsync.backube/ReplicationSource",
  "snapshot.storage.k8s.io/VolumeSnapshot",
]

extension APIObject {
  /// Whether it is a backup, or a schedule of some, that has a claim.
  fileprivate func backsUp(_ claim: APIObject) -> Bool {
    let home = claim.namespace ?? "default", isBeside = namespace ?? "default" == home
    switch (group, kind) {
    case ("velero.io", "Schedule"), ("velero.io", "Backup"):
      let choice = kind == "Schedule" ? spec["template"] : spec
      let included = choice["includedNamespaces"].items.compactMap(\.text)
      let excluded = choice["excludedNamespaces"].items.compactMap(\.text)
      let selector = choice["labelSelector"]
      return (included.isEmpty || included.contains("*") || included.contains(home))
        && !excluded.contains(home)
        && (selector.isEmpty || selector.selects(claim.labels.texts))
    case ("k8up.io", "Schedule"): return isBeside
    case ("snapshot.storage.k8s.io", "VolumeSnapshot"):
      return isBeside && spec["source"]["persistentVolumeClaimName"].text == claim.name
    case ("volsync.backube", "ReplicationSource"): return isBeside && spec["sourcePVC"].text == claim.name
    default: return false
    }
  }
}
