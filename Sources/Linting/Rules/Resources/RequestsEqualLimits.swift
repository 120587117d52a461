internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Tells of containers that may use more than the scheduler has counted.
  static let requestsEqualLimits = LintRule(
    "SPAI2205",
    "requests-equal-limits",
    .resources,
    .note,
    in: .all,
    rationale: """
      What is used above the request is lent: under pressure the pod is throttled or evicted before guaranteed \
      ones.
      """,
    remediation: "Make the request equal to the limit.",
    aliases: [
      .datree: ["EKS_INVALID_MEMORY_REQUEST_LIMIT"],
      .kics: [
        "Container CPU Requests Not Equal To Its Limits", "Container Memory Requests Not Equal To Its Limits",
      ],
      .kubeScore: [
        "container-resource-requests-equal-limits", "container-cpu-requests-equal-limits",
        "container-memory-requests-equal-limits",
      ], .kyverno: ["memory-requests-equal-limits", "require-qos-guaranteed"],
    ],
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
                  limits: {memory: 1Gi}
                  requests: {memory: «1024Mi|512Mi»}
        """
      )
    ],
    check: .container { container, _, report in
      for resource in ["cpu", "memory"] {
        let request = container.amount(.requests, resource), limit = container.amount(.limits, resource)
        guard let asked = request.quantity, let most = limit.quantity, asked < most else { continue }
        report.flag(
          request,
          "is \(asked.text), below the limit of \(most.text)",
          of: container.owner,
          beside: (limit, "the limit")
        )
      }
    }
  )
}
