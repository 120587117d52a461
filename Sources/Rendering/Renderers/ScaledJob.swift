internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Starts a run of a job for what is waiting.
  static let scaledJob = ResourceRenderer("ScaledJob") { unit in
    guard let version = unit.platform.capabilities.keda else { return [] }
    return unit.jobs.compactMap { job in
      guard job.spec.run.value == .event, let source = job.spec.modes.source,
        let scale = job.spec.modes.scale
      else { return nil }
      return KubernetesObject(
        version.value.rawValue,
        "ScaledJob",
        of: job.workload,
        in: unit,
        labels: queueLabels(job, in: unit),
        annotations: job.workload.imageRecords,
        [
          "spec": [
            "jobTargetRef": jobSpec(job, in: unit),
            "pollingInterval": .seconds(scale.polling),
            "minReplicaCount": 0,
            "maxReplicaCount": Node(scale.maximum),
            "successfulJobsHistoryLimit": 3,
            "failedJobsHistoryLimit": 3,
            // A change of the job lets the runs at work finish.
            "rollout": ["strategy": "gradual"],
            "scalingStrategy": ["strategy": "accurate"],
            "triggers": triggers(job, source, in: unit),
          ]
        ]
      )
    }
  }
}
