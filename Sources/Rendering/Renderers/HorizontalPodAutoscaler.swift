internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Keeps the use of a service's resources at the declared share, by adding and removing pods.
  static let horizontalPodAutoscaler = ResourceRenderer("HorizontalPodAutoscaler") { unit in
    unit.podSets.filter(\.isScaled).map { set in
      let autoscaling = set.service.spec.autoscaling
      return KubernetesObject(
        "autoscaling/v2",
        "HorizontalPodAutoscaler",
        of: set.workload,
        in: unit,
        [
          "spec": [
            "scaleTargetRef": set.reference,
            "minReplicas": Node(set.minimum),
            "maxReplicas": Node(set.maximum),
            "metrics": .list(metrics(set.service)),
            "behavior": [
              "scaleUp": behavior(autoscaling.scaleUp), "scaleDown": behavior(autoscaling.scaleDown),
            ],
          ]
        ]
      )
    }
  }
}

private func metrics(_ service: Specification.Service) -> [Node] {
  let autoscaling = service.spec.autoscaling
  func resource(_ name: String, _ target: Spanned<Int>?) -> Node? {
    target.map { target in
      [
        "type": "ContainerResource",
        "containerResource": [
          "name": Node(name), "container": Node(service.name),
          "target": ["type": "Utilization", "averageUtilization": Node(target)],
        ],
      ]
    }
  }
  let resources = [resource("cpu", autoscaling.cpu), resource("memory", autoscaling.memory)].compactMap { $0 }
  return resources
    + autoscaling.metrics.items.map { item in
      let metric: Node = [
        "metric": [
          "name": Node(item.value.metric),
          "selector": item.value.selector.isEmpty ? nil : ["matchLabels": .map(item.value.selector)],
        ],
        "target": ["type": "AverageValue", "averageValue": Node(item.value.average)],
      ]
      return switch item.value.source.value {
      case .pods: ["type": "Pods", "pods": metric]
      case .external: ["type": "External", "external": metric]
      }
    }
}

private func behavior(_ pace: ScalingPace) -> Node {
  [
    "stabilizationWindowSeconds": .seconds(pace.stabilization),
    "selectPolicy": "Max",
    "policies": [
      ["type": "Percent", "value": Node(pace.percent), "periodSeconds": .seconds(pace.period)]
    ],
  ]
}
