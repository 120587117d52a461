internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Keeps a stream's consumers at what is waiting for them.
  static let scaledObject = ResourceRenderer("ScaledObject") { unit in
    guard let version = unit.platform.capabilities.keda else { return [] }
    return unit.jobs.compactMap { job in
      guard job.isStream, let source = job.spec.modes.source, let scale = job.spec.modes.scale else {
        return nil
      }
      return KubernetesObject(
        version.value.rawValue,
        "ScaledObject",
        of: job.workload,
        in: unit,
        [
          "spec": [
            "scaleTargetRef": ["apiVersion": "apps/v1", "kind": "StatefulSet", "name": Node(job.name)],
            "pollingInterval": .seconds(scale.polling),
            "cooldownPeriod": .seconds(scale.cooldown),
            "minReplicaCount": Node(scale.minimum),
            "maxReplicaCount": Node(scale.maximum),
            // A source that cannot be asked must not leave the stream without consumers.
            "fallback": ["failureThreshold": 3, "replicas": Node(scale.maximum)],
            "triggers": triggers(job, source, in: unit),
          ]
        ]
      )
    }
  }
}
