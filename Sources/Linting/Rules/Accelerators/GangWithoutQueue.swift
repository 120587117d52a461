internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of gangs of which a part may take the GPUs that the rest waits for.
  static let gangWithoutQueue = LintRule(
    "SPAI3209",
    "gang-without-queue",
    .accelerators,
    .warning,
    in: .strict,
    rationale: """
      Without a queue that admits all pods or none, two gangs may each hold half of the GPUs, and wait for the \
      other half.
      """,
    remediation: "Add the label 'kueue.x-k8s.io/queue-name', or a scheduler that knows gangs.",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train, labels: {«kueue.x-k8s.io/queue-name|app»: default}}
        ↓spec:
          completions: 2
          parallelism: 2
          template:
            spec:
              containers:
              - name: train
                env: [{name: MASTER_ADDR, value: train-0.train}]
                resources: {limits: {nvidia.com/gpu: 1}}
        """
      )
    ],
    check: .object(["Job", "CronJob", "JobSet"]) { object, _, report in
      let queue = "kueue.x-k8s.io/queue-name"
      let labels = [object.metadata, object.spec["jobTemplate"]["metadata"]].map {
        $0["labels"][queue]
      }
      let jobs = object.jobSpecs
      guard let job = jobs.first(where: { ($0.gang?.devices ?? 0) > 0 }),
        jobs.reduce(0, { $0 + $1.parallelism }) > 1,
        !labels.contains(where: \.isPresent), !job.pod["schedulerName"].isPresent
      else { return }
      report.flag(object.spec, "is a gang with GPUs, and no queue admits its pods together", of: object)
    }
  )
}
