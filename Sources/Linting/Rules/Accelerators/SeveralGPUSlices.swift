internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Tells of processes that ask for several parts of a GPU.
  static let severalGPUSlices = LintRule(
    "SPAI3204",
    "several-gpu-slices",
    .accelerators,
    .warning,
    rationale: """
      A process of CUDA sees one MIG instance, and two turns on a shared GPU may be on the same one: more of \
      them are no more power.
      """,
    remediation: "Ask for one larger instance, or for a whole GPU.",
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
                  limits: {nvidia.com/mig-1g.10gb: «1|2»}
        """
      )
    ],
    check: .container { container, _, report in
      for accelerator in container.accelerators(.limits)
      where accelerator.isSlice && accelerator.amount > Quantity(1) {
        let fault = "is \(accelerator.amount.text), of which a process uses one"
        report.flag(accelerator.field, fault, of: container.owner)
      }
    }
  )
}
