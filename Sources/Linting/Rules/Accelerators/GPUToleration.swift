internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods that the nodes with GPUs keep off.
  static let gpuToleration = LintRule(
    "SPAI3206",
    "gpu-toleration",
    .accelerators,
    .note,
    in: .strict,
    rationale: """
      Nodes with GPUs are mostly tainted against pods that need none; only some clusters let the others in by \
      themselves.
      """,
    remediation: "Add a toleration of the taint, for instance of 'nvidia.com/gpu'.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            ↓spec:
              «tolerations|placeholders»: [{key: nvidia.com/gpu, operator: Exists, effect: NoSchedule}]
              containers:
              - name: api
                resources: {limits: {nvidia.com/gpu: 1}}
        """
      )
    ],
    check: .pod { pod, _, report in
      guard let accelerator = pod.containers.lazy.compactMap({ $0.accelerators(.limits).first }).first else {
        return
      }
      let vendor = accelerator.resource.prefix { $0 != "/" }
      let isTolerated = pod.spec["tolerations"].items.contains { toleration in
        guard let key = toleration["key"].written else { return true }
        return key.hasPrefix(vendor) || key.contains("gpu") || key.contains("accelerator")
      }
      guard !isTolerated else { return }
      let fault = "has no toleration for nodes with '\(accelerator.resource)'"
      report.flag(
        pod.spec["tolerations"],
        fault,
        of: pod.owner,
        beside: (accelerator.field, "asked for here")
      )
    }
  )
}
