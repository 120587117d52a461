internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses autoscalers by a share of a request that is not there.
  static let hpaTargetWithoutRequests = LintRule(
    "SPAI2910",
    "hpa-target-without-requests",
    .autoscaling,
    .error,
    rationale: """
      A utilization is a share of the request; where one container of the pod has none, the autoscaler scales \
      nothing.
      """,
    remediation: "Write the request into every container, or scale by 'averageValue'.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          template:
            spec:
              containers:
              - name: api
                ↓resources: {«requests: {cpu: 100m}|»}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec:
          scaleTargetRef: {kind: Deployment, name: api}
          maxReplicas: 5
          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
        """
      )
    ],
    check: .set(about: .workloads) { objects, _, report in
      for workload in objects.workloads {
        for scaler in workload.autoscalers {
          for metric in scaler.metrics where metric.isShare {
            for container in workload.pod.containers
            where !container.isSetup && (metric.container.map { $0 == container.name } ?? true)
              && !container.states(.requests, metric.resource, in: objects)
            {
              let request = container.amount(.requests, metric.resource)
              let fault =
                "is missing, and \(scaler.object.kind) '\(scaler.object.name)' scales by a share of it"
              report.flag(request, fault, of: workload.object, beside: (metric.field, "the metric"))
            }
          }
        }
      }
    }
  )
}
