import Testing

extension Faults {
  /// Volumes, mounts and claims.
  static let volumes: [Fault] = [
    Fault(
      mounted("name: «data|date», mountPath: /d"),
      "'spec.containers[0].volumeMounts[0].name' of Pod 'web' is 'date', which is no volume of this object"
    ),
    Fault(
      mounted("name: data, mountPath: «/d|''»"),
      "'spec.containers[0].volumeMounts[0].mountPath' of Pod 'web' is empty"
    ),
    Fault(
      mounted("name: data, mountPath: «/d|'/d:e'»"),
      "'spec.containers[0].volumeMounts[0].mountPath' of Pod 'web' is '/d:e', which has ':' in it"
    ),
    Fault(
      mounted("name: data, mountPath: /d, subPath: «a/b|../b»"),
      "'spec.containers[0].volumeMounts[0].subPath' of Pod 'web' is '../b', which has '..' in it"
    ),
    Fault(
      mounted("name: data, mountPath: /d, subPath: «a/b|/b»"),
      "'spec.containers[0].volumeMounts[0].subPath' of Pod 'web' is '/b', which is absolute"
    ),
    Fault(
      mounted("name: data, mountPath: /d, subPath: a«|, subPathExpr: b»"),
      "'spec.containers[0].volumeMounts[0].subPathExpr' of Pod 'web' is a second choice beside 'subPath'"
    ),
    Fault(
      mounted("name: data, mountPath: /d}, {name: data, mountPath: «/e|/d»"),
      "'spec.containers[0].volumeMounts[1].mountPath' of Pod 'web' repeats '/d' of 'spec.containers[0].volumeMounts[0].mountPath'"
    ),
    Fault(
      mounted("name: data, mountPath: /d, mountPropagation: «None|Both»"),
      "'spec.containers[0].volumeMounts[0].mountPropagation' of Pod 'web' is 'Both', not one of None, HostToContainer, Bidirectional"
    ),
    Fault(
      mounted("name: data, mountPath: /d, mountPropagation: «None|Bidirectional»"),
      "'spec.containers[0].volumeMounts[0].mountPropagation' of Pod 'web' is 'Bidirectional' in a container that is not privileged"
    ),
    Fault(
      mounted("name: data, mountPath: /d, «readOnly: true, |»↓recursiveReadOnly: Enabled"),
      "'spec.containers[0].volumeMounts[0].recursiveReadOnly' of Pod 'web' is not allowed here: the mount is not 'readOnly'"
    ),
    Fault(
      pod("volumes: [{name: «a|a.b», emptyDir: {}}]"),
      "'spec.volumes[0].name' of Pod 'web' is 'a.b', which has characters other than a-z, 0-9 and '-'"
    ),
    Fault(
      pod("volumes: [{name: a, emptyDir: {}}, {name: «b|a», emptyDir: {}}]"),
      "'spec.volumes[1].name' of Pod 'web' repeats 'a' of 'spec.volumes[0].name'"
    ),
    Fault(
      pod("volumes: [{name: a, emptyDir: {}«|, secret: {secretName: b}»}]"),
      "'spec.volumes[0].secret' of Pod 'web' is a second choice beside 'emptyDir'"
    ),
    Fault(
      pod("volumes: [{name: a, emptyDir: {sizeLimit: «1Gi|lots»}}]"),
      "'spec.volumes[0].emptyDir.sizeLimit' of Pod 'web' is 'lots', not a quantity"
    ),
    Fault(
      pod("volumes: [{name: a, hostPath: {path: «/a|/a/../b»}}]"),
      "'spec.volumes[0].hostPath.path' of Pod 'web' is '/a/../b', which has '..' in it"
    ),
    Fault(
      pod("volumes: [{name: a, hostPath: {path: /a, type: «Directory|Folder»}}]"),
      "'spec.volumes[0].hostPath.type' of Pod 'web' is 'Folder', not one of DirectoryOrCreate, Directory, FileOrCreate, File, Socket, CharDevice, BlockDevice"
    ),
    Fault(
      pod("volumes: [{name: a, ↓secret: {«secretName: b|optional: true»}}]"),
      "'spec.volumes[0].secret.secretName' of Pod 'web' is missing"
    ),
    Fault(
      pod("volumes: [{name: a, configMap: {name: «b|B»}}]"),
      "'spec.volumes[0].configMap.name' of Pod 'web' is 'B', which has upper-case letters"
    ),
    Fault(
      pod("volumes: [{name: a, configMap: {name: b, defaultMode: «420|644»}}]"),
      "'spec.volumes[0].configMap.defaultMode' of Pod 'web' is 644, not a file mode from 0 to 511"
    ),
    Fault(
      pod("volumes: [{name: a, configMap: {name: b, items: [{key: a, path: «a|/a»}]}}]"),
      "'spec.volumes[0].configMap.items[0].path' of Pod 'web' is '/a', which is absolute"
    ),
    Fault(
      pod("volumes: [{name: a, configMap: {name: b, items: [{key: «a|a/b», path: a}]}}]"),
      "'spec.volumes[0].configMap.items[0].key' of Pod 'web' is 'a/b', which has characters other than letters, digits, '-', '_' and '.'"
    ),
    Fault(
      pod("volumes: [{name: a, persistentVolumeClaim: {claimName: «b|''»}}]"),
      "'spec.volumes[0].persistentVolumeClaim.claimName' of Pod 'web' is empty"
    ),
    Fault(
      pod("volumes: [{name: a, nfs: {server: b, path: «/c|c»}}]"),
      "'spec.volumes[0].nfs.path' of Pod 'web' is 'c', which does not start with '/'"
    ),
    Fault(
      pod(
        "volumes: [{name: a, projected: {sources: [{serviceAccountToken: {path: t, expirationSeconds: «600|599»}}]}}]"
      ),
      "'spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds' of Pod 'web' is 599, not between 600 and 4294967296"
    ),
    Fault(
      pod(
        "volumes: [{name: a, projected: {sources: [{serviceAccountToken: {path: t}«|, secret: {name: b}»}]}}]"
      ),
      "'spec.volumes[0].projected.sources[0].secret' of Pod 'web' is a second choice beside 'serviceAccountToken'"
    ),
    Fault(
      pod(
        "volumes: [{name: a, projected: {sources: [{serviceAccountToken: {path: t}}, {secret: {name: b, items: [{key: c, path: «d|t»}]}}]}}]"
      ),
      "'spec.volumes[0].projected.sources[1].secret.items[0].path' of Pod 'web' repeats 't' of 'spec.volumes[0].projected.sources[0].serviceAccountToken.path'"
    ),
    Fault(
      pod(
        "volumes: [{name: a, downwardAPI: {items: [{path: a, fieldRef: {fieldPath: «metadata.labels|status.podIP»}}]}}]"
      ),
      "'spec.volumes[0].downwardAPI.items[0].fieldRef.fieldPath' of Pod 'web' is 'status.podIP', which no pod tells"
    ),
    Fault(
      pod(
        "volumes: [{name: a, downwardAPI: {items: [{path: a, ↓resourceFieldRef: {resource: limits.cpu«, containerName: app|»}}]}}]"
      ),
      "'spec.volumes[0].downwardAPI.items[0].resourceFieldRef.containerName' of Pod 'web' is missing"
    ),
    Fault(
      pod(
        "volumes: [{name: a, ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: «1Gi|0»}}}}}}]"
      ),
      "'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources.requests.storage' of Pod 'web' is 0"
    ),
    Fault(
      pod("volumes: [{name: a, csi: {driver: «b.example.com|b_c»}}]"),
      "'spec.volumes[0].csi.driver' of Pod 'web' is 'b_c', which has characters other than a-z, 0-9 and '-'"
    ),
    Fault(
      claim("accessModes: [«ReadWriteOnce|»]"),
      "'spec.accessModes' of PersistentVolumeClaim 'web' is empty"
    ),
    Fault(
      claim("accessModes: [ReadWriteOncePod«|, ReadOnlyMany»]"),
      "'spec.accessModes[0]' of PersistentVolumeClaim 'web' is 'ReadWriteOncePod' beside other modes"
    ),
    Fault(
      claim("accessModes: [ReadWriteOnce]\nvolumeMode: «Block|Raw»"),
      "'spec.volumeMode' of PersistentVolumeClaim 'web' is 'Raw', not one of Filesystem, Block"
    ),
    Fault(
      claim(
        "accessModes: [ReadWriteOnce]\ndataSource: {kind: «PersistentVolumeClaim|VolumeSnapshot», name: a}"
      ),
      "'spec.dataSource.kind' of PersistentVolumeClaim 'web' is 'VolumeSnapshot' without 'apiGroup'"
    ),
    Fault(
      claim(
        "accessModes: [ReadWriteOnce]\ndataSource: {kind: PersistentVolumeClaim, name: a}\ndataSourceRef: {kind: PersistentVolumeClaim, name: «a|b»}"
      ),
      "'spec.dataSourceRef.name' of PersistentVolumeClaim 'web' is not the same as in 'dataSource'"
    ),
    Fault(
      object(
        "v1",
        "PersistentVolume",
        "↓spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}«, hostPath: {path: /a}|»}"
      ),
      "'spec' of PersistentVolume 'web' has no volume"
    ),
    Fault(
      object(
        "v1",
        "PersistentVolume",
        "↓spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, local: {path: /a}«, nodeAffinity: {required: {nodeSelectorTerms: [{}]}}|»}"
      ),
      "'spec.nodeAffinity' of PersistentVolume 'web' names no node"
    ),
    Fault(
      object("storage.k8s.io/v1", "StorageClass", "provisioner: a.b/c\nreclaimPolicy: «Retain|Recycle»"),
      "'reclaimPolicy' of StorageClass 'web' is 'Recycle', not one of Delete, Retain"
    ),
  ]
}

/// A Pod with a volume `data` and a mount.
private func mounted(_ mount: String) -> String {
  pod("volumes: [{name: data, emptyDir: {}}]\ncontainers: [{name: a, image: a, volumeMounts: [{\(mount)}]}]")
}

private func claim(_ lines: String) -> String {
  let spec = "spec:\n  resources: {requests: {storage: 1Gi}}\n"
  return object(
    "v1",
    "PersistentVolumeClaim",
    spec + lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  )
}
