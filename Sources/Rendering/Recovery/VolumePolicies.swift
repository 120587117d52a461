internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// Environments may share a cluster.
func volumePoliciesName(of environment: Environment) -> String { "spai-volumes-\(environment.name)" }

extension Platform {
  /// The line that says that volumes are backed up from snapshots; nil where none is.
  var takesSnapshots: Origin? {
    guard let capability = capabilities.volumeSnapshots,
      catalogue.storageClasses.items.contains(where: { $0.value.snapshotDriver != nil })
    else { return nil }
    return capability.origin
  }

  /// Whether a class of volumes is backed up from snapshots.
  fileprivate func takesSnapshots(of storage: StorageClass) -> Bool {
    capabilities.volumeSnapshots != nil && storage.snapshotDriver != nil
  }
}

/// How Velero backs up the volumes of each class: from a snapshot, or file by file.
///
/// Without it, Velero leaves out volumes that have no snapshots, and says so in a warning that nobody reads.
func volumePolicies(of platform: Platform, in environment: Environment, _ origin: Origin) -> KubernetesObject?
{
  let classes = platform.catalogue.storageClasses.items.map(\.value)
  func policy(_ snapshots: Bool) -> Node? {
    let names = classes.filter { platform.takesSnapshots(of: $0) == snapshots }.map { Node($0.name) }
    return Node.list(names).map { names in
      [
        "conditions": ["storageClass": names],
        "action": ["type": Node(snapshots ? "snapshot" : "fs-backup")],
      ]
    }
  }
  guard let policies = Node.list([policy(true), policy(false)].compactMap { $0 }) else { return nil }
  let text = printYAML(["version": "v1", "volumePolicies": policies]).bytes
  return KubernetesObject(
    "v1",
    "ConfigMap",
    named: volumePoliciesName(of: environment),
    namespace: platform.backups.namespace.value,
    of: platform,
    owner: origin,
    ["data": ["policies.yaml": Node(String(decoding: text, as: UTF8.self))]]
  )
}

/// How snapshots are taken by each driver, for Velero to choose.
func snapshotClasses(of platform: Platform) -> [KubernetesObject] {
  guard let version = platform.capabilities.volumeSnapshots else { return [] }
  var seen: Set<String> = []
  return platform.catalogue.storageClasses.items.compactMap { item in
    guard let driver = item.value.snapshotDriver, seen.insert(driver.value).inserted else { return nil }
    return KubernetesObject(
      version.value.rawValue,
      "VolumeSnapshotClass",
      named: "spai-\(item.name)",
      of: platform,
      owner: driver.origin,
      ["driver": Node(driver), "deletionPolicy": "Retain"]
    ).labelled([("velero.io/csi-volumesnapshot-class", Node("true"))]).withVersion(at: version.origin)
  }
}
