package import Validation

extension Pod {
  package var volumes: [Field] { spec["volumes"].items }

  /// The mounts of a volume, with the container of each.
  package func mounts(of volume: Field) -> [(container: Container, mount: Field)] {
    guard let name = volume["name"].written else { return [] }
    return containers.flatMap { container in
      container["volumeMounts"].items.filter { $0["name"].text == name }.map { (container, $0) }
    }
  }
}

/// Whether a path is another, or below it.
package func isPath(_ path: String, within folder: String) -> Bool {
  let parts = path.split(separator: "/"), above = folder.split(separator: "/")
  return parts.starts(with: above)
}

/// Whether a path is the socket of a container runtime.
func isRuntimeSocket(_ path: String) -> Bool {
  ["docker.sock", "containerd.sock", "crio.sock", "cri-dockerd.sock", "podman.sock"].contains {
    path.hasSuffix("/\($0)")
  }
}

extension Pod {
  /// Whether a container has the volume as a block device.
  func isDevice(_ volume: Field) -> Bool {
    containers.contains { container in
      container["volumeDevices"].items.contains { $0["name"].text == volume["name"].text }
    }
  }
}

extension APIObject {
  /// The specs of the claims that a PersistentVolumeClaim is, or a StatefulSet makes.
  var claimSpecs: [Field] {
    kind == "PersistentVolumeClaim"
      ? [spec].filter(\.isPresent) : spec["volumeClaimTemplates"].items.map { $0["spec"] }.filter(\.isPresent)
  }
}

/// The folder of the system that a path of a node is in; the root, `/var` and `/var/lib` count for themselves only.
func sensitiveFolder(_ path: String) -> String? {
  if path.utf8.allSatisfy({ $0 == UInt8(ascii: "/") }) { return "/" }
  if ["/var", "/var/lib"].contains(path) { return path }
  guard !isRuntimeSocket(path) else { return nil }
  return [
    "/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/root", "/run", "/sbin", "/sys", "/usr",
    "/var/lib/etcd",
    "/var/lib/kubelet", "/var/run",
  ].first { isPath(path, within: $0) }
}
