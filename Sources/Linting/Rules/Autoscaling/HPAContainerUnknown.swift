internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses autoscalers by a container that is not there.
  static let hpaContainerUnknown = LintRule(
    "SPAI2911",
    "hpa-container-unknown",
    .autoscaling,
    .error,
    rationale: "A metric of a container that no pod has is never measured, and scales nothing.",
    remediation: "Write the name of a container of the workload.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec: {template: {spec: {containers: [{name: api}]}}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec:
          scaleTargetRef: {kind: Deployment, name: api}
          maxReplicas: 5
          metrics:
          - type: ContainerResource
            containerResource: {container: «api|web», name: cpu, target: {type: Utilization, averageUtilization: 70}}
        """
      )
    ],
    check: .set(about: .kinds(["HorizontalPodAutoscaler", "ScaledObject"])) { objects, _, report in
      for workload in objects.workloads where !workload.pod.containers.isEmpty {
        for scaler in workload.autoscalers {
          for metric in scaler.metrics {
            guard let name = metric.container, !workload.pod.containers.contains(where: { $0.name == name })
            else { continue }
            let fault =
              "is '\(name)', which is no container of \(workload.object.kind) '\(workload.object.name)'"
            report.flag(metric.containerField, fault, of: scaler.object)
          }
        }
      }
    }
  )
}
