internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Refuses GPUs that are asked for and not granted.
  static let gpuRequestEqualsLimit = LintRule(
    "SPAI3203",
    "gpu-request-equals-limit",
    .accelerators,
    .error,
    rationale: "Devices cannot be lent: an API server refuses a request for one without the same limit.",
    remediation: "Write the same number into 'limits'; 'requests' follows it.",
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
                  ↓requests: {nvidia.com/gpu: 1}
                  limits: {«nvidia.com/gpu: 1|cpu: 1»}
        """
      )
    ],
    check: .container { container, _, report in
      for accelerator in container.accelerators(.requests) {
        let limit = container.amount(.limits, accelerator.resource)
        guard limit.quantity != accelerator.amount else { continue }
        let fault = "is \(accelerator.amount.text), and the limit is \(limit.shown)"
        report.flag(accelerator.field, fault, of: container.owner)
      }
    }
  )
}
