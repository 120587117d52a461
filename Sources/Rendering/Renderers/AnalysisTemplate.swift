internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// What the new version of a service is measured by; a failure rolls it back.
  static let analysisTemplate = ResourceRenderer("AnalysisTemplate") { unit in
    unit.services.filter(\.isAnalysed).compactMap { service in
      guard case .rollout(let version, _) = service.release, let analysis = service.spec.rollout.analysis
      else { return nil }
      return KubernetesObject(
        version.value.rawValue,
        "AnalysisTemplate",
        of: service.workload,
        in: unit,
        [
          "spec": [
            "args": [["name": "service"], ["name": "namespace"], ["name": "hash"]],
            "metrics": .list(
              analysis.checks.items.map { metric($0, analysis, service.spec.rollout.strategy.value) }
            ),
          ]
        ]
      ).withVersion(at: version.origin)
    }
  }
}

/// A canary is measured until its end; a switch waits for a number of measurements.
private func metric(
  _ item: Keyed<ReleaseCheck>.Item,
  _ analysis: ReleaseAnalysis,
  _ strategy: ReleaseStrategy
) -> Node {
  let interval = Node("\(analysis.interval.value.seconds)s", origin: analysis.interval.origin)
  return [
    "name": Node(item.name, origin: item.origin),
    "initialDelay": interval,
    "interval": interval,
    "count": strategy == .blueGreen ? Node(analysis.count) : nil,
    "failureLimit": Node(analysis.failures),
    "successCondition": item.value.condition,
    "provider": ["prometheus": ["address": Node(analysis.server), "query": Node(item.value.query)]],
  ]
}

extension ReleaseCheck {
  /// No result fails as well: a version of which nothing is known has not been shown to work.
  fileprivate var condition: Node? {
    let bound = atLeast.map { (">=", $0) } ?? atMost.map { ("<=", $0) }
    return bound.map { comparison, value in
      Node("len(result) > 0 && result[0] \(comparison) \(value.value)", origin: value.origin)
    }
  }
}

extension Specification.Service {
  /// Whether new versions are measured.
  var isAnalysed: Bool {
    guard case .rollout = release else { return false }
    return spec.rollout.analysis?.checks.isEmpty == false
  }
}
