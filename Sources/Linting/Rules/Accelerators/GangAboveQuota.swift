internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Refuses gangs that their queue can never admit.
  static let gangAboveQuota = LintRule(
    "SPAI3210",
    "gang-above-quota",
    .accelerators,
    .error,
    rationale: """
      A queue admits a gang only as a whole: one that is larger than quota and borrowing together waits for \
      ever.
      """,
    remediation: "Raise the quota of the ClusterQueue, or lower the number of pods.",
    examples: [
      Example(
        """
        apiVersion: kueue.x-k8s.io/v1beta1
        kind: ClusterQueue
        metadata: {name: research}
        spec:
          resourceGroups:
          - coveredResources: [nvidia.com/gpu]
            flavors:
            - name: a100
              resources: [{name: nvidia.com/gpu, nominalQuota: 4, borrowingLimit: «4|3»}]
        ---
        apiVersion: kueue.x-k8s.io/v1beta1
        kind: LocalQueue
        metadata: {name: default, namespace: a}
        spec: {clusterQueue: research}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train, namespace: a, labels: {kueue.x-k8s.io/queue-name: default}}
        ↓spec:
          completions: 2
          parallelism: 2
          template:
            spec:
              containers: [{name: train, resources: {limits: {nvidia.com/gpu: 4}}}]
        """
      )
    ],
    check: .object(["Job", "CronJob", "JobSet"]) { object, context, report in
      // With a least parallelism the queue may admit a part.
      guard let queue = context.objects.clusterQueue(of: object),
        !object.metadata["annotations"]["kueue.x-k8s.io/job-min-parallelism"].isPresent
      else { return }
      let jobs = object.jobSpecs
      for resource in queue.resources {
        let asked = jobs.reduce(Quantity.zero) { sum, job in
          let pod = Pod(object, job["template"])
          return sum + pod.total(.requests, resource, in: context.objects) * job.parallelism
        }
        guard let most = queue.mostOfOneFlavor(resource), asked > most else { continue }
        let fault =
          "asks for \(asked.canonical) of \(resource), and its queue never has more than \(most.canonical)"
        report.flag(object.spec, fault, of: object, beside: (queue.object.root, "the queue"))
      }
    }
  )
}
