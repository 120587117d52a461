internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Recommends the size of a service's pods, or manages what the horizontal autoscaler does not drive.
  static let verticalPodAutoscaler = ResourceRenderer("VerticalPodAutoscaler") { unit in
    guard let version = unit.platform.capabilities.verticalPodAutoscaler else { return [] }
    return unit.podSets.filter { $0.service.spec.autoscaling.vertical.value != .off }.map { set in
      let service = set.service
      let limits = unit.tier.limits
      return KubernetesObject(
        version.value.rawValue,
        "VerticalPodAutoscaler",
        of: set.workload,
        in: unit,
        [
          "spec": [
            "targetRef": set.reference,
            "updatePolicy": ["updateMode": updateMode(service.spec.autoscaling.vertical)],
            "resourcePolicy": [
              "containerPolicies": [
                [
                  "containerName": Node(service.name),
                  "controlledResources": .list(controlled(set)),
                  "controlledValues": "RequestsAndLimits",
                  "maxAllowed": ["cpu": Node(limits.maxCPU), "memory": Node(limits.maxMemory)],
                ]
              ]
            ],
          ]
        ]
      )
    }
  }
}

private func updateMode(_ mode: Spanned<VerticalMode>) -> Node {
  let word =
    switch mode.value {
    case .off, .recommend: "Off"
    case .initial: "Initial"
    case .inPlace: "InPlaceOrRecreate"
    }
  return Node(word, origin: mode.origin)
}

/// A recommendation may be about everything; a managed resource must not be one that drives the number of pods.
private func controlled(_ set: PodSet) -> [Node] {
  let autoscaling = set.service.spec.autoscaling
  if autoscaling.vertical.value == .recommend || !set.isScaled { return ["cpu", "memory"] }
  return [autoscaling.cpu == nil ? "cpu" : nil, autoscaling.memory == nil ? "memory" : nil].compactMap { $0 }
}
