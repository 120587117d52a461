internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses pods that see the system files of their node.
  static let hostPathSensitive = LintRule(
    "SPAI2702",
    "hostpath-sensitive",
    .storage,
    .error,
    rationale: """
      The folders of the system hold keys, the kubelet's credentials and the devices: who has them has the node.
      """,
    remediation: "Mount only the one file below it that is needed, or none.",
    aliases: [
      .kics: ["Workload Mounting With Sensitive OS Directory"], .kubeLinter: ["sensitive-host-mounts"],
      .kubeaudit: ["SensitivePathsMounted"], .kubescape: ["C-0020"], .kyverno: ["limit-hostpath-vols"],
      .sonar: ["S6433"], .trivy: ["KSV-0121"],
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
              volumes:
              - name: data
                hostPath: {path: «/opt/data|/etc/kubernetes/pki»}
        """
      )
    ],
    check: .pod { pod, _, report in
      for volume in pod.volumes {
        let path = volume["hostPath"]["path"]
        guard let text = path.written, let folder = sensitiveFolder(text) else { continue }
        report.flag(
          path,
          text == folder ? "is '\(folder)' of the node" : "is in '\(folder)' of the node",
          of: pod.owner
        )
      }
    }
  )
}
