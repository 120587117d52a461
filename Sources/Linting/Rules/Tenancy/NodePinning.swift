internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods that choose their node.
  static let nodePinning = LintRule(
    "SPAI3304",
    "node-pinning",
    .tenancy,
    .warning,
    in: .strict,
    rationale:
      "A pod on a control-plane node is beside the keys of the cluster; one that names its node skips the scheduler.",
    remediation: "Remove the name of the node, or the selector and the toleration for the control plane.",
    aliases: [
      .kyverno: [
        "restrict-node-affinity", "restrict-node-selection", "restrict-controlplane-scheduling",
        "restrict-node-label-creation", "protect-node-label-foo", "protect-node-taints", "restrict-pod-count",
      ]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          «schedulerName: other|nodeName: node-1»
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          tolerations:
          - key: «gpu|node-role.kubernetes.io/control-plane»
            operator: Exists
        """
      ),
    ],
    check: .pod { pod, _, report in
      guard pod.owner.kind != "DaemonSet" else { return }
      let roles = ["node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master"]
      let node = pod.spec["nodeName"]
      if !node.isEmpty { report.flag(node, "chooses a node past the scheduler", of: pod.owner) }
      for key in pod.spec["nodeSelector"].keys where roles.contains(key.text) {
        report.flag(key.field, "chooses nodes of the control plane", of: pod.owner)
      }
      for toleration in pod.spec["tolerations"].items {
        let key = toleration["key"]
        if roles.contains(key.text ?? "") {
          report.flag(key, "lets the pod onto nodes of the control plane", of: pod.owner)
        } else if key.isEmpty, toleration["operator"].text == "Exists" {
          report.flag(toleration, "tolerates everything, nodes of the control plane too", of: pod.owner)
        }
      }
    }
  )
}
