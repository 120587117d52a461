internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Where Prometheus finds the metrics of a service.
  ///
  /// A stateful one has two Services of the same labels, which would count each pod twice: its pods are asked.
  static let serviceMonitor = ResourceRenderer("ServiceMonitor") { unit in
    guard let version = unit.platform.capabilities.prometheusOperator else { return [] }
    return unit.services.filter { !$0.spec.stateful.value }.compactMap { service in
      guard let metrics = service.workload.pod.metrics else { return nil }
      return KubernetesObject(
        version.value.rawValue,
        "ServiceMonitor",
        of: service.workload,
        in: unit,
        labels: unit.chosenByPrometheus,
        [
          "spec": [
            "jobLabel": "app.kubernetes.io/name",
            "selector": ["matchLabels": unit.selectorNode(of: service.workload)],
            "podTargetLabels": podLabelsOfSeries,
            "sampleLimit": Node(sampleLimit),
            "scrapeClass": unit.scrapeClass(of: service.workload),
            "endpoints": [endpoint(metrics, of: service.workload, in: unit)],
          ]
        ]
      ).withVersion(at: version.origin)
    }
  }
}

/// A workload that exposes more has a label with too many values, and would fill the store of everybody.
let sampleLimit = 20_000

/// The label of pods by which rules find the series of a workload.
let podLabelsOfSeries: Node = ["app.kubernetes.io/name"]

func endpoint(_ metrics: MetricsEndpoint, of workload: Workload, in unit: TenantUnit) -> Node {
  [
    "port": Node(metrics.port),
    "scheme": unit.isMeshed(workload) ? "https" : nil,
    "path": Node(metrics.path),
    "interval": Node(metrics.interval.value.description, origin: metrics.interval.origin),
  ]
}

extension TenantUnit {
  /// The labels by which the platform's Prometheus chooses its objects.
  var chosenByPrometheus: [(String, Node)] {
    platform.observability.labels.items.map { ($0.name, Node($0.value)) }
  }
}
