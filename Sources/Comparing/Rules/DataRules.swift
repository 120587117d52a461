internal import Kubernetes
internal import YAMLSyntax

/// What may lose what people stored.
let dataRules: [FieldRule] = [
  FieldRule(
    .dataAtRisk,
    "another claim takes the place of this one, and what is stored does not move with it"
  ) { leaf in
    leaf.kind == "PersistentVolumeClaim" && leaf.isBelow("spec") && !isClaimGrowth(leaf)
      && !isMutableClaimField(leaf)
  },
  FieldRule(
    .dataAtRisk,
    "claim templates cannot be changed: the StatefulSet is made again, with claims that differ from the ones in use"
  ) { leaf in
    leaf.kind == "apps/StatefulSet" && leaf.isBelow("spec", "volumeClaimTemplates")
  },
  FieldRule(.dataAtRisk, "claims are deleted with the StatefulSet or its replicas", newObjectsToo: true) {
    leaf in
    leaf.kind == "apps/StatefulSet" && leaf.isBelow("spec", "persistentVolumeClaimRetentionPolicy")
      && leaf.newText == "Delete"
  },
  FieldRule(.dataAtRisk, "fewer replicas, and the claims of the ones that go are deleted") { leaf in
    leaf.kind == "apps/StatefulSet" && leaf.isAt("spec", "replicas")
      && leaf.newObject.tree.text("spec", "persistentVolumeClaimRetentionPolicy", "whenScaled") == "Delete"
      && isLess(leaf.newText, leaf.oldText)
  },
  FieldRule(.dataAtRisk, "a volume is deleted with its claim, no longer kept", newObjectsToo: true) { leaf in
    (leaf.isAt("reclaimPolicy") || leaf.isAt("spec", "persistentVolumeReclaimPolicy")
      || leaf.isAt("deletionPolicy") || leaf.isAt("spec", "deletionPolicy"))
      && ["Delete", "Recycle"].contains(leaf.newText) && leaf.oldText == "Retain"
      && volumeKinds.contains(leaf.kind)
  },
  FieldRule(.dataAtRisk, "backups are made no more, or kept for less time") { leaf in
    switch leaf.kind {
    case "velero.io/Schedule", "velero.io/Backup":
      (leaf.names.last == "ttl" && !isLonger(leaf.newText, leaf.oldText))
        || (leaf.isAt("spec", "paused") && leaf.newText == "true")
        || (leaf.names.last == "includedNamespaces" && leaf.isRemoval)
        || leaf.names.last == "excludedNamespaces"
        || leaf.names.last == "excludedResources"
    case "batch/CronJob": isBackup(leaf.newObject) && leaf.isAt("spec", "suspend") && leaf.newText == "true"
    default: false
    }
  },
]

private let volumeKinds: Set<String> = [
  "PersistentVolume", "storage.k8s.io/StorageClass", "snapshot.storage.k8s.io/VolumeSnapshotClass",
  "snapshot.storage.k8s.io/VolumeSnapshotContent",
]

/// Whether data goes when an object of this sort goes, and why.
///
/// - Returns: The reason; nil where nothing is stored in it.
func dataLostWith(_ object: ReviewedObject) -> String? {
  switch object.groupKind {
  case "PersistentVolumeClaim":
    return "the volume behind a deleted claim goes too, unless its class retains it"
  case "PersistentVolume": return "what the volume holds is not reached any more"
  case "Namespace": return "everything in a deleted namespace goes, claims too"
  case "apps/StatefulSet":
    let claims = object.tree.at(["spec", "volumeClaimTemplates"])?.sequence ?? []
    return claims.isEmpty
      ? nil : "its claims belong to nothing any more, and another one starts with empty ones"
  case "postgresql.cnpg.io/Cluster": return "the volumes of all its instances go, and what they hold"
  case "postgresql.cnpg.io/Database": return "nothing keeps the database any more"
  case "postgresql.cnpg.io/ScheduledBackup": return "backups are made no more"
  case "batch/CronJob": return isBackup(object) ? "backups are made no more" : nil
  case let kind where kind.hasPrefix("velero.io/") || kind.hasPrefix("snapshot.storage.k8s.io/"):
    return "a backup goes, or is made no more"
  default: return nil
  }
}

/// Whether a CronJob makes backups, as far as its name tells.
private func isBackup(_ object: ReviewedObject) -> Bool {
  object.name.split(separator: "-").contains { ["backup", "backups"].contains($0) }
}

/// Whether a claim asks for more room, which a class that expands volumes gives in place.
func isClaimGrowth(_ leaf: Leaf) -> Bool {
  leaf.kind == "PersistentVolumeClaim" && leaf.isAt("spec", "resources", "requests", "storage")
    && isLess(leaf.oldText, leaf.newText)
}

/// Source: `ValidatePersistentVolumeClaimUpdate`: beside the size only the attributes class may change.
func isMutableClaimField(_ leaf: Leaf) -> Bool {
  leaf.isAt("spec", "volumeAttributesClassName")
}

/// Whether one quantity is less than another; false where one is none.
func isLess(_ left: String?, _ right: String?) -> Bool {
  guard let left = left.flatMap({ Quantity(parsing: $0) }),
    let right = right.flatMap({ Quantity(parsing: $0) })
  else { return false }
  return left < right
}

/// Whether one time of Go's notation is longer than another, by its hours; false where that cannot be told.
private func isLonger(_ left: String?, _ right: String?) -> Bool {
  func hours(_ text: String?) -> Int? {
    text?.firstIndex(of: "h").flatMap { Int(text?[..<$0] ?? "") }
  }
  guard let left = hours(left), let right = hours(right) else { return false }
  return left >= right
}
