internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// One pod at a time may leave for a drain; none is made where only one pod may exist, because it would
  /// hold every drain for ever or mean nothing.
  ///
  /// Versions that stand side by side have one each, so that one that
  /// fails does not hold the drains of the other.
  static let podDisruptionBudget = ResourceRenderer("PodDisruptionBudget") { unit in
    let services = unit.podSets.filter { $0.maximum.value > 1 }.map(\.workload)
    let streams = unit.jobs.filter { $0.isStream && $0.peakPods > 1 }.map(\.workload)
    return (services + streams).map { workload in
      KubernetesObject(
        "policy/v1",
        "PodDisruptionBudget",
        of: workload,
        in: unit,
        [
          "spec": [
            "maxUnavailable": 1,
            "selector": ["matchLabels": unit.selectorNode(of: workload)],
            "unhealthyPodEvictionPolicy": "AlwaysAllow",
          ]
        ]
      )
    }
  }
}
