internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods that nobody makes again.
  static let nakedPod = LintRule(
    "SPAI2328",
    "naked-pod",
    .availability,
    .warning,
    in: .strict,
    rationale: "A pod without a controller is gone with its node.",
    remediation: "Make it a Deployment, or a Job where it comes to an end.",
    aliases: [
      .datree: ["K8S_INCORRECT_KIND_VALUE_POD"], .kubescape: ["C-0073"], .kyverno: ["prevent-bare-pods"],
      .popeye: ["POP-208"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        ↓kind: Pod
        metadata: {name: api, «ownerReferences|finalizers»: [{kind: ReplicaSet, name: api}]}
        """
      )
    ],
    check: .object(["Pod"]) { object, _, report in
      let metadata = object.metadata
      // A hook of Helm is a pod that somebody waits for.
      guard metadata["ownerReferences"].isEmpty, !metadata["annotations"]["helm.sh/hook"].isPresent else {
        return
      }
      report.flag(object.root, "has no controller that makes it again", of: object)
    }
  )
}
