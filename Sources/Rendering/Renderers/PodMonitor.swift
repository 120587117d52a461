internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Where Prometheus finds the metrics of pods that no single Service stands for: of jobs, streams and stateful
  /// services.
  static let podMonitor = ResourceRenderer("PodMonitor") { unit in
    guard let version = unit.platform.capabilities.prometheusOperator else { return [] }
    let stateful = unit.services.filter(\.spec.stateful.value).map(\.workload)
    return (stateful + unit.jobs.map(\.workload)).compactMap { workload in
      guard let metrics = workload.pod.metrics else { return nil }
      return KubernetesObject(
        version.value.rawValue,
        "PodMonitor",
        of: workload,
        in: unit,
        labels: unit.chosenByPrometheus,
        [
          "spec": [
            "jobLabel": "app.kubernetes.io/name",
            "selector": ["matchLabels": unit.selectorNode(of: workload)],
            "podTargetLabels": podLabelsOfSeries,
            "sampleLimit": Node(sampleLimit),
            "scrapeClass": unit.scrapeClass(of: workload),
            "podMetricsEndpoints": [endpoint(metrics, of: workload, in: unit)],
          ]
        ]
      ).withVersion(at: version.origin)
    }
  }
}
