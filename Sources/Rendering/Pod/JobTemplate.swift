internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What one run of a job is.
func jobSpec(_ job: Specification.Job, in unit: TenantUnit) -> Node {
  let spec = job.spec
  let workers = spec.modes.distributed?.workers
  let isIndexed = workers != nil || spec.completions.value > 1
  return [
    "completionMode": isIndexed ? "Indexed" : nil,
    "completions": Node(workers ?? spec.completions),
    "parallelism": Node(workers ?? spec.parallelism),
    "backoffLimit": Node(spec.retries),
    "activeDeadlineSeconds": spec.expectedRunTime.map {
      Node(
        $0.maximum.value.seconds,
        origin: Origin(span: $0.maximum.origin.span, derivation: .runTimeDeadline)
      )
    },
    "podFailurePolicy": podFailurePolicy(job),
    "template": podTemplate(job.workload, .job(spec), in: unit),
  ]
}

/// A pod that a drain took does not count as a failure; an exit code that no retry mends ends the job at once.
private func podFailurePolicy(_ job: Specification.Job) -> Node {
  var rules: [Node] = [ignoredDisruption]
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

private var ignoredDisruption: Node {
  ["action": "Ignore", "onPodConditions": [["type": "DisruptionTarget", "status": "True"]]]
}

/// The policy of a Job that says no more than that.
var undisturbed: Node { ["rules": [ignoredDisruption]] }

/// The labels by which a job waits in the tenant's queue, where there is one.
func queueLabels(_ job: Specification.Job, in unit: TenantUnit) -> [(String, Node)] {
  guard unit.platform.capabilities.kueue != nil else { return [] }
  let priority = job.workload.priority.map {
    [("kueue.x-k8s.io/priority-class", unit.priorityClassName($0))]
  }
  return [("kueue.x-k8s.io/queue-name", Node(localQueueName))] + (priority ?? [])
}

let localQueueName = "default"

extension TenantUnit {
  /// Whether a job becomes a JobSet: its pods work together, and the cluster has the operator.
  func isJobSet(_ job: Specification.Job) -> Bool {
    job.spec.modes.distributed != nil && job.spec.run.value == .batch && platform.capabilities.jobSet != nil
  }
}
