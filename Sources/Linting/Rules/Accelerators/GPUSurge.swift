internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of rollouts that need a spare GPU.
  static let gpuSurge = LintRule(
    "SPAI3214",
    "gpu-surge",
    .accelerators,
    .note,
    in: .all,
    rationale:
      "A rollout that adds a pod first waits until a GPU is free, which may be never where all are in use.",
    remediation: "Write 'maxSurge: 0' and 'maxUnavailable: 1', or keep a GPU spare.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          replicas: 2
          strategy:
            rollingUpdate: {maxUnavailable: 1, maxSurge: «0|1»}
          template:
            spec:
              containers: [{name: api, resources: {limits: {nvidia.com/gpu: 1}}}]
        """
      )
    ],
    check: .set(about: .workloads) { objects, _, report in
      for workload in objects.workloads where workload.surge(at: workload.fewest) > 0 {
        guard let device = workload.pod.containers.lazy.compactMap({ $0.accelerators(.limits).first }).first
        else { continue }
        let surge = workload.object.spec["strategy"]["rollingUpdate"]["maxSurge"]
        let fault = "adds a pod that waits for a free '\(device.resource)'"
        report.flag(surge, fault, of: workload.object, beside: (device.field, "asked for here"))
      }
    }
  )
}
