internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods that may run on any node.
  static let nodeAffinityRequired = LintRule(
    "SPAI2318",
    "node-affinity-required",
    .availability,
    .note,
    in: .all,
    rationale:
      "Where nodes differ, a pod without a choice of nodes may land on the dear ones, or on the weak ones.",
    remediation: "Add a 'nodeSelector' or a 'nodeAffinity'.",
    aliases: [.kubeLinter: ["no-node-affinity"]],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            ↓spec:
              «nodeSelector|labels»: {kubernetes.io/arch: amd64}
        """
      )
    ],
    check: .pod { pod, _, report in
      guard pod.spec.isPresent, pod.owner.kind != "DaemonSet" else { return }
      let affinity = pod.spec["affinity"]["nodeAffinity"]
      guard affinity.isEmpty, pod.spec["nodeSelector"].isEmpty, !pod.spec["nodeName"].isPresent else {
        return
      }
      report.flag(affinity, "is missing, and so is a nodeSelector", of: pod.owner)
    }
  )
}
