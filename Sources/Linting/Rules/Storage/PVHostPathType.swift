internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of persistent volumes that are a folder of one node.
  static let pvHostPathType = LintRule(
    "SPAI2706",
    "pv-hostpath-type",
    .storage,
    .warning,
    in: .strict,
    rationale: "The data is on whichever node the pod runs, and the pod can read that node's files by it.",
    remediation: "Use a 'local' volume with a node affinity, or a CSI driver.",
    aliases: [.kyverno: ["limit-hostpath-type-pv", "nfs-subdir-external-provisioner-storage-path"]],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: data}
        spec:
          «local: {path: /data}|↓hostPath: {path: /data}»
        """
      )
    ],
    check: .object(["PersistentVolume"]) { object, _, report in
      let path = object.spec["hostPath"]
      if path.isPresent { report.flag(path, "is a path of whichever node", of: object) }
    }
  )
}
