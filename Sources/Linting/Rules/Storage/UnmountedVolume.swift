internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of volumes that no container mounts.
  static let unmountedVolume = LintRule(
    "SPAI2710",
    "unmounted-volume",
    .storage,
    .warning,
    in: .strict,
    rationale:
      "A volume that nobody mounts is mostly a mount that was forgotten; the pod waits for it all the same.",
    remediation: "Mount the volume, or remove it.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                volumeMounts: [{name: «data|tmp», mountPath: /data}]
              volumes:
              - ↓name: data
                emptyDir: {}
              - {name: tmp, emptyDir: {}}
              initContainers:
              - {name: setup, volumeMounts: [{name: tmp, mountPath: /tmp}]}
        """
      )
    ],
    check: .pod { pod, _, report in
      for volume in pod.volumes where volume["name"].isPresent {
        guard pod.mounts(of: volume).isEmpty, !pod.isDevice(volume) else { continue }
        report.flag(volume["name"], "is mounted by no container", of: pod.owner)
      }
    }
  )
}
