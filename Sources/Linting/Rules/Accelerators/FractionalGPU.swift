internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Refuses parts of devices that are counted whole.
  static let fractionalGPU = LintRule(
    "SPAI3202",
    "fractional-gpu",
    .accelerators,
    .error,
    rationale: "Devices are counted in whole numbers; an API server refuses a part of one.",
    remediation: "Ask for a MIG instance or a shared GPU by its own name, and for a whole number of them.",
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
                  limits: {nvidia.com/gpu: «1|0.5»}
        """
      )
    ],
    check: .container { container, _, report in
      let limits = container.accelerators(.limits)
      for accelerator in limits.isEmpty ? container.accelerators(.requests) : limits
      where !accelerator.amount.isWhole {
        report.flag(
          accelerator.field,
          "is \(accelerator.amount.text), a part of a device",
          of: container.owner
        )
      }
    }
  )
}
