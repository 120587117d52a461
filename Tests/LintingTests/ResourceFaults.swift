extension WorkloadFault {
  /// Amounts, quotas and LimitRanges.
  static let resources: [WorkloadFault] = [
    WorkloadFault(
      "cpu-requests",
      (
        "kind: StatefulSet\nmetadata: {name: db,",
        """
        kind: StatefulSet
        metadata: {annotations: {spai/allow.cpu-limits: test}, name: db,
        """
      ),
      (
        "resources:\n          limits: {cpu: \"2\", memory: 4Gi,",
        "↓resources:\n          limits: {memory: 4Gi,"
      )
    ),
    WorkloadFault(
      "memory-requests",
      (
        "kind: StatefulSet\nmetadata: {name: db,",
        """
        kind: StatefulSet
        metadata: {annotations: {spai/allow.memory-limits: test}, name: db,
        """
      ),
      (
        "resources:\n          limits: {cpu: \"2\", memory: 4Gi,",
        "↓resources:\n          limits: {cpu: \"2\","
      )
    ),
    WorkloadFault(
      "memory-limits",
      ("limits: {memory: 1Gi, ", "requests: {memory: 1Gi}\n          ↓limits: {")
    ),
    WorkloadFault(
      "cpu-limits",
      ("limits: {cpu: \"1\", memory: 2Gi,", "requests: {cpu: 1}\n              ↓limits: {memory: 2Gi,")
    ),
    WorkloadFault(
      "requests-equal-limits",
      ("requests: {cpu: 500m,", "requests: {cpu: 400m,")
    ),
    WorkloadFault(
      "limit-range-violation",
      (
        "limits: {cpu: \"1\", memory: 2Gi, ephemeral-storage: 2Gi}",
        "limits: {cpu: \"1\", memory: 2Gi, ephemeral-storage: 1Ki}"
      )
    ),
    WorkloadFault(
      "ephemeral-storage",
      ("memory: 2Gi, ephemeral-storage: 2Gi}", "memory: 2Gi}")
    ),
    WorkloadFault(
      "emptydir-limits",
      ("emptyDir: {sizeLimit: 64Mi}", "emptyDir: {}")
    ),
    WorkloadFault(
      "memory-volume-above-limit",
      ("sizeLimit: 8Gi", "sizeLimit: 64Gi")
    ),
    WorkloadFault(
      "quota-exceeded",
      ("requests.ephemeral-storage: 9Gi", "requests.ephemeral-storage: 5Gi")
    ),
    WorkloadFault(
      "quota-blocks-rollout",
      (
        "replicas: 2\n  strategy:\n    rollingUpdate: {maxSurge: 1,",
        "replicas: 2\n  strategy:\n    rollingUpdate: {maxSurge: 4,"
      )
    ),
    WorkloadFault(
      "quota-needs-amounts",
      ("ephemeral-storage: 9Gi\n", "ephemeral-storage: 9Gi\n    limits.cpu: \"90\"\n"),
      ("limits: {memory: 1Gi", "limits: {memory: 1Gi")
    ),
    WorkloadFault(
      "resource-quota-present",
      adding: """
        apiVersion: v1
        ↓kind: Namespace
        metadata: {name: b}
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: b, namespace: b}
        """
    ),
    WorkloadFault(
      "limit-range-present",
      adding: """
        apiVersion: v1
        ↓kind: Namespace
        metadata: {name: b}
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: b, namespace: b}
        """
    ),
    WorkloadFault(
      "amount-with-wrong-unit",
      ("limits: {cpu: \"1\", memory: 2Gi", "limits: {cpu: \"1\", memory: 2000m")
    ),
  ]

  /// Volumes and claims.
  static let storage: [WorkloadFault] = [
    WorkloadFault(
      "hostpath-any",
      ("{name: tmp, mountPath: /tmp/worker}", "{name: tmp, mountPath: /tmp/worker, readOnly: true}"),
      ("emptyDir: {sizeLimit: 32Mi}", "hostPath: {path: /opt/data}")
    ),
    WorkloadFault(
      "hostpath-sensitive",
      ("{name: tmp, mountPath: /tmp/worker}", "{name: tmp, mountPath: /tmp/worker, readOnly: true}"),
      ("emptyDir: {sizeLimit: 32Mi}", "hostPath: {path: /etc/kubernetes}")
    ),
    WorkloadFault(
      "hostpath-writable",
      ("spai/allow.cpu-requests:", "spai/allow.hostpath-any: test\n    spai/allow.cpu-requests:"),
      ("emptyDir: {sizeLimit: 32Mi}", "hostPath: {path: /opt/data}"),
      (
        "volumeMounts: [{name: tmp, mountPath: /tmp/worker}]",
        "volumeMounts: [{↓name: tmp, mountPath: /tmp/worker}]"
      )
    ),
    WorkloadFault(
      "container-runtime-socket",
      ("{name: tmp, mountPath: /tmp/worker}", "{name: tmp, mountPath: /tmp/worker, readOnly: true}"),
      ("emptyDir: {sizeLimit: 32Mi}", "hostPath: {path: /run/containerd/containerd.sock}")
    ),
    WorkloadFault(
      "volume-types-restricted",
      ("emptyDir: {sizeLimit: 32Mi}", "nfs: {server: files, path: /}")
    ),
    WorkloadFault(
      "pv-hostpath-type",
      adding: """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: x}
        ↓spec: {hostPath: {path: /opt/x}}
        """
    ),
    WorkloadFault(
      "storageclass-set",
      (
        "    spec:\n      accessModes: [ReadWriteOncePod]\n      storageClassName: slow",
        "    ↓spec:\n      accessModes: [ReadWriteOncePod]"
      )
    ),
    WorkloadFault("storage-not-encrypted", ("storageClassName: fast", "storageClassName: plain")),
    WorkloadFault(
      "reclaim-policy",
      adding: """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: slow}
        ↓reclaimPolicy: Delete
        """
    ),
    WorkloadFault(
      "backup-missing",
      ("kind: PersistentVolumeClaim", "↓kind: PersistentVolumeClaim"),
      (
        "",
        """
        ---
        apiVersion: velero.io/v1
        kind: Schedule
        metadata: {name: nightly, namespace: velero}
        spec: {template: {includedNamespaces: [elsewhere]}}
        """
      )
    ),
    WorkloadFault(
      "access-mode",
      ("[ReadWriteOncePod]", "[ReadWriteMany]")
    ),
    WorkloadFault(
      "single-writer-volume-shared",
      ("emptyDir: {sizeLimit: 32Mi}", "persistentVolumeClaim: {claimName: data}")
    ),
    WorkloadFault(
      "unmounted-volume",
      (
        "emptyDir: {sizeLimit: 32Mi}",
        """
        emptyDir: {sizeLimit: 32Mi}
              - ↓name: rest
                emptyDir: {sizeLimit: 1Mi}
        """
      )
    ),
  ]
}
