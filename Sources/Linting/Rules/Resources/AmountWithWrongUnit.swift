internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Refuses amounts that no container or no node can be meant by.
  static let amountWithWrongUnit = LintRule(
    "SPAI2215",
    "amount-with-wrong-unit",
    .resources,
    .error,
    rationale: """
      '512m' of memory is half a byte, and '500' of CPU are five hundred cores: the pod never starts, or is \
      never placed.
      """,
    remediation: "Write memory with 'Mi' or 'Gi', and parts of a core with 'm'.",
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
                  limits: {memory: «512Mi|512m»}
        """
      ),
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
                  requests: {cpu: «500m|500»}
        """
      ),
    ],
    check: .container { container, _, report in
      for bound in [Bound.requests, .limits] {
        let memory = container.amount(bound, "memory"), cpu = container.amount(bound, "cpu")
        if let amount = memory.quantity, !amount.isZero, amount < Quantity(1 << 20) {
          report.flag(memory, "is \(amount.text), less than a mebibyte", of: container.owner)
        }
        // The largest machines that clouds rent have fewer.
        if let amount = cpu.quantity, amount >= Quantity(500) {
          report.flag(cpu, "is \(amount.text) whole cores", of: container.owner)
        }
      }
    }
  )
}
