internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Refuses containers that the LimitRange of their namespace refuses.
  static let limitRangeViolation = LintRule(
    "SPAI2206",
    "limit-range-violation",
    .resources,
    .error,
    rationale: """
      An API server refuses pods outside of a LimitRange: the workload is accepted, and no pod of it ever \
      appears.
      """,
    remediation: "Write an amount within the LimitRange, or change the LimitRange.",
    aliases: [
      .datree: ["EKS_INVALID_CPU_LIMIT"],
      .gatekeeper: ["containerlimits", "containerrequests", "containerresourceratios"],
      .kubeaudit: ["LimitsCPUExceeded", "LimitsMemoryExceeded"], .kyverno: ["enforce-resources-as-ratio"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: range, namespace: a}
        spec:
          limits:
          - {type: Container, max: {memory: 4Gi}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          template:
            spec:
              containers:
              - name: api
                resources:
                  limits: {memory: «4Gi|4097Mi»}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: range, namespace: a}
        spec:
          limits:
          - {type: Container, default: {cpu: "1"}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          template:
            spec:
              containers:
              - name: api
                resources:
                  requests: {cpu: «"1"|1500m»}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: range, namespace: a}
        spec:
          limits:
          - {type: Container, maxLimitRequestRatio: {cpu: "1.5"}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          template:
            spec:
              containers:
              - name: api
                resources:
                  requests: {cpu: "1"}
                  limits: {cpu: «1500m|1501m»}
        """
      ),
    ],
    check: .container { container, context, report in
      for (range, item) in context.objects.containerLimits(in: container.owner.namespace) {
        for entry in item["max"].entries {
          guard let most = entry.value.quantity,
            let amount = container.effective(.limits, entry.key, in: context.objects), amount > most
          else { continue }
          let field = container.amount(.limits, entry.key)
          let fault = "is \(amount.text), above the \(most.text) that LimitRange '\(range.name)' allows"
          report.flag(field, fault, of: container.owner, beside: (entry.value, "the most"))
        }
        for entry in item["min"].entries {
          guard let least = entry.value.quantity,
            let amount = container.effective(.requests, entry.key, in: context.objects), amount < least
          else { continue }
          let request = container.amount(.requests, entry.key)
          // What is not asked for is as much as the limit.
          let field = request.isPresent ? request : container.amount(.limits, entry.key)
          let fault = "is \(amount.text), below the \(least.text) that LimitRange '\(range.name)' asks for"
          report.flag(field, fault, of: container.owner, beside: (entry.value, "the least"))
        }
      }
      for (range, item) in context.objects.containerLimits(in: container.owner.namespace) {
        for entry in item["maxLimitRequestRatio"].entries {
          guard let ratio = entry.value.quantity,
            let most = container.effective(.limits, entry.key, in: context.objects),
            let asked = container.effective(.requests, entry.key, in: context.objects),
            most > asked.percent((min(ratio, Quantity(10_000)) * 100).wholeUnits, roundingTo: .milli)
          else { continue }
          let fault =
            "is \(most.text), above the \(ratio.text) times the request that LimitRange '\(range.name)' allows"
          report.flag(
            container.amount(.limits, entry.key),
            fault,
            of: container.owner,
            beside: (entry.value, "the ratio")
          )
        }
      }
      for entry in container["resources"]["requests"].entries {
        guard !container.amount(.limits, entry.key).isPresent, let asked = entry.value.quantity,
          let most = context.objects.fallback(.limits, entry.key, in: container.owner.namespace), asked > most
        else { continue }
        let fault = "is \(asked.text), above the \(most.text) that is the limit by default"
        report.flag(entry.value, fault, of: container.owner)
      }
    }
  )
}
