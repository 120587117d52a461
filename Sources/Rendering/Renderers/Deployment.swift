internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A service without state of its own; one for each of its versions where they stand side by side.
  ///
  /// The number of pods is the autoscaler's where there is one.
  static let deployment = ResourceRenderer("Deployment") { unit in
    unit.podSets.filter { $0.controller.kind == "Deployment" }.map { set in
      let rollout = set.service.spec.rollout
      return KubernetesObject(
        "apps/v1",
        "Deployment",
        of: set.workload,
        in: unit,
        annotations: set.workload.imageRecords,
        [
          "spec": [
            "replicas": set.isScaled ? nil : Node(set.minimum),
            "revisionHistoryLimit": Node(rollout.history),
            "minReadySeconds": .seconds(rollout.minReady),
            "progressDeadlineSeconds": .seconds(rollout.deadline),
            "selector": ["matchLabels": unit.selectorNode(of: set.workload)],
            "strategy": strategy(rollout),
            "template": podTemplate(set.workload, .deployment(set.service.spec), in: unit),
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
  // Within one version of several, what changes is replaced as ever.
  case .rolling, .blueGreen, .canary, .abTest:
    [
      "type": Node("RollingUpdate", origin: rollout.strategy.origin),
      "rollingUpdate": [
        "maxSurge": Node(rollout.maxSurge), "maxUnavailable": Node(rollout.maxUnavailable),
      ],
    ]
  }
}
