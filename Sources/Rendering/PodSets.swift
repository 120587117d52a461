internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension TenantUnit {
  /// Every set of pods of the services.
  var podSets: [PodSet] { services.flatMap(\.podSets) }
}

extension PodSet {
  /// Whether a HorizontalPodAutoscaler has the number of pods.
  var isScaled: Bool {
    let autoscaling = service.spec.autoscaling
    let hasMetric = autoscaling.cpu != nil || autoscaling.memory != nil || !autoscaling.metrics.isEmpty
    return minimum.value < maximum.value && hasMetric
  }

  /// What runs the pods.
  var controller: (apiVersion: Node, kind: String) {
    switch service.release {
    case .rollout(let version, _): (Node(version), "Rollout")
    case .direct, .tracks: ("apps/v1", service.spec.stateful.value ? "StatefulSet" : "Deployment")
    }
  }

  /// How autoscalers name the controller.
  var reference: Node {
    ["apiVersion": controller.apiVersion, "kind": Node(controller.kind), "name": Node(workload.objectName)]
  }
}
