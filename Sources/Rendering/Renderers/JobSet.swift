internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A distributed run that starts and fails as one; named by its content, as a Job is.
  static let jobSet = ResourceRenderer("JobSet") { unit in
    guard let version = unit.platform.capabilities.jobSet else { return [] }
    return unit.jobs.filter { unit.isJobSet($0) }.map { job in
      let template = jobSpec(job, in: unit)
      let name = "\(job.name)-\(contentSuffix(of: template))"
      return KubernetesObject(
        version.value.rawValue,
        "JobSet",
        named: name,
        of: job.workload,
        in: unit,
        labels: queueLabels(job, in: unit),
        annotations: job.workload.imageRecords,
        [
          "spec": [
            "network": [
              "enableDNSHostnames": true, "subdomain": Node(job.workload.headlessName),
              "publishNotReadyAddresses": true,
            ],
            // One worker lost means that all begin again from the last checkpoint.
            "failurePolicy": ["maxRestarts": Node(job.spec.retries)],
            "replicatedJobs": [
              [
                "name": "worker", "replicas": 1,
                "template": ["spec": template.withoutRetries],
              ]
            ],
          ]
        ]
      )
    }
  }
}

extension Node {
  /// The Job of a JobSet fails at the first pod that fails: the JobSet starts all of them again.
  fileprivate var withoutRetries: Node {
    guard case .mapping(var spec) = content else { return self }
    for index in spec.entries.indices where spec.entries[index].key == "backoffLimit" {
      spec.entries[index].value = 0
    }
    return Node(.mapping(spec), origin: origin)
  }
}
