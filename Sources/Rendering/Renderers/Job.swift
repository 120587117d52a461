internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A job that runs once.
  ///
  /// Its name follows its content: a Job cannot be changed, so a changed one is a new object.
  ///
  /// It has no TTL: a GitOps engine would make a removed Job again, and it would run again.
  static let job = ResourceRenderer("Job") { unit in
    unit.jobs.filter { $0.spec.run.value == .batch }.map { job in
      let spec = jobSpec(job, in: unit, ttl: nil)
      return KubernetesObject(
        "batch/v1",
        "Job",
        named: "\(job.name)-\(contentSuffix(of: spec))",
        of: job.workload,
        in: unit,
        ["spec": spec]
      )
    }
  }
}

/// What one run of a job is.
func jobSpec(_ job: Specification.Job, in unit: TenantUnit, ttl: Node?) -> Node {
  let spec = job.spec
  let isIndexed = spec.completions.value > 1
  return [
    "completionMode": isIndexed ? "Indexed" : nil,
    "completions": Node(spec.completions),
    "parallelism": Node(spec.parallelism),
    "backoffLimit": Node(spec.retries),
    "activeDeadlineSeconds": Node(
      spec.expectedRunTime.maximum.value.seconds,
      origin: .init(span: spec.expectedRunTime.maximum.origin.span, derivation: .runTimeDeadline)
    ),
    "ttlSecondsAfterFinished": ttl,
    "podFailurePolicy": podFailurePolicy(job),
    "template": podTemplate(job.workload, .job(spec), in: unit),
  ]
}

/// A pod that a drain took does not count as a failure; an exit code that no retry mends ends the job at once.
private func podFailurePolicy(_ job: Specification.Job) -> Node {
  var rules: [Node] = [
    ["action": "Ignore", "onPodConditions": [["type": "DisruptionTarget", "status": "True"]]]
  ]
  if !job.spec.failOnExitCodes.isEmpty {
    rules.append([
      "action": "FailJob",
      "onExitCodes": [
        "containerName": Node(job.name), "operator": "In",
        "values": .list(job.spec.failOnExitCodes.sorted { $0.value < $1.value }.map { Node($0) }),
      ],
    ])
  }
  return ["rules": Node(.sequence(rules))]
}
