internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that ask for two kinds of GPU.
  static let mixedGPUResources = LintRule(
    "SPAI3205",
    "mixed-gpu-resources",
    .accelerators,
    .warning,
    rationale: """
      Few nodes offer two kinds of device, or a device both whole and in parts: such a pod mostly waits for \
      ever.
      """,
    remediation: "Ask for one kind.",
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
                resources:
                  limits:
                    nvidia.com/gpu: 1
                    «nvidia.com/gpu.product|nvidia.com/gpu.shared»: 1
        """
      )
    ],
    check: .container { container, _, report in
      let accelerators = container.accelerators(.limits)
      guard accelerators.count > 1, let first = accelerators.first else { return }
      let fault = "comes on top of '\(first.resource)'"
      report.flag(accelerators[1].field, fault, of: container.owner, beside: (first.field, "the other kind"))
    }
  )
}
