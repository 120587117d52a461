internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses containers that say nothing of what their quota counts.
  static let quotaNeedsAmounts = LintRule(
    "SPAI2212",
    "quota-needs-amounts",
    .resources,
    .error,
    rationale: """
      Where a quota counts an amount, an API server refuses every pod with a container that does not state it.
      """,
    remediation: "State the amount in every container, or give the namespace a LimitRange with a default.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: tenant, namespace: a}
        spec: {hard: {limits.cpu: "4"}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          template:
            spec:
              containers:
              - name: api
                ↓resources:
                  «limits|requests»: {cpu: "1"}
        """
      )
    ],
    check: .container { container, context, report in
      for quota in context.objects.ofKind("ResourceQuota", in: container.owner.namespace)
      where !quota.isScoped {
        for (key, hard) in quota.spec["hard"].entries {
          guard case .resource(let bound, let resource)? = QuotaAmount(key),
            ["cpu", "memory"].contains(resource),
            !container.states(bound, resource, in: context.objects)
          else { continue }
          let fault = "is missing, and ResourceQuota '\(quota.name)' counts it"
          report.flag(
            container.amount(bound, resource),
            fault,
            of: container.owner,
            beside: (hard, "counted here")
          )
        }
      }
    }
  )
}
