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
    } + clusterMonitor(unit, version)
  }
}

/// Where Prometheus finds the metrics of the tenant's own PostgreSQL cluster.
private func clusterMonitor(
  _ unit: TenantUnit,
  _ version: Spanned<PrometheusOperatorVersion>
) -> [KubernetesObject] {
  guard unit.data.cluster != nil else { return [] }
  let object = KubernetesObject(
    version.value.rawValue,
    "PodMonitor",
    named: UnitCluster.name,
    in: unit,
    [
      "spec": [
        "selector": ["matchLabels": ["cnpg.io/cluster": Node(UnitCluster.name)]],
        "podTargetLabels": podLabelsOfSeries,
        "sampleLimit": Node(sampleLimit),
        "podMetricsEndpoints": [["port": "metrics"]],
      ]
    ]
  )
  return [object.labelled(unit.chosenByPrometheus).withVersion(at: version.origin)]
}
