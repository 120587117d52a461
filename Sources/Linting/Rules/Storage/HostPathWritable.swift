internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that write files of their node.
  static let hostPathWritable = LintRule(
    "SPAI2703",
    "hostpath-writable",
    .storage,
    .warning,
    in: .strict,
    rationale: "A writable hostPath lets a container change what other pods, or the node, read and run.",
    remediation: "Write 'readOnly: true' into the mount.",
    aliases: [
      .datree: ["EKS_INVALID_HOSTPATH_MOUNT_READONLY_VALUE"],
      .kics: ["Volume Mount With OS Directory Write Permissions"], .kubeLinter: ["writable-host-mount"],
      .kubescape: ["C-0045"], .kyverno: ["ensure-readonly-hostpath"],
    ],
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
                volumeMounts:
                - ↓name: data
                  mountPath: /data
                  «readOnly: true|»
              volumes:
              - {name: data, hostPath: {path: /data}}
        """
      )
    ],
    check: .pod { pod, _, report in
      for volume in pod.volumes where volume["hostPath"].isPresent {
        for (_, mount) in pod.mounts(of: volume) where !mount["readOnly"].isTrue {
          report.flag(mount["readOnly"], "is not true, and the volume is a path of the node", of: pod.owner)
        }
      }
    }
  )
}
