internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A service without state of its own.
  ///
  /// The number of pods is the autoscaler's where there is one.
  static let deployment = ResourceRenderer("Deployment") { unit in
    unit.services.filter { !$0.spec.stateful.value }.map { service in
      let rollout = service.spec.rollout
      return KubernetesObject(
        "apps/v1",
        "Deployment",
        of: service.workload,
        in: unit,
        [
          "spec": [
            "replicas": service.isScaled ? nil : Node(service.minimum),
            "revisionHistoryLimit": Node(rollout.history),
            "minReadySeconds": .seconds(rollout.minReady),
            "progressDeadlineSeconds": .seconds(rollout.deadline),
            "selector": ["matchLabels": unit.selectorNode(of: service.workload)],
            "strategy": strategy(rollout),
            "template": podTemplate(service.workload, .deployment(service.spec), in: unit),
          ]
        ]
      )
    }
  }
}

private func strategy(_ rollout: Rollout) -> Node {
  switch rollout.strategy.value {
  case .recreate:
    ["type": Node("Recreate", origin: rollout.strategy.origin)]
  case .rolling:
    [
      "type": Node("RollingUpdate", origin: rollout.strategy.origin),
      "rollingUpdate": [
        "maxSurge": Node(rollout.maxSurge), "maxUnavailable": Node(rollout.maxUnavailable),
      ],
    ]
  }
}

extension Specification.Service {
  /// Whether a HorizontalPodAutoscaler has the number of pods.
  var isScaled: Bool {
    let autoscaling = spec.autoscaling
    let hasMetric = autoscaling.cpu != nil || autoscaling.memory != nil || !autoscaling.metrics.isEmpty
    return minimum.value < maximum.value && hasMetric
  }
}
