internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of work for queues that do not exist.
  static let queueMissing = LintRule(
    "SPAI3014",
    "queue-missing",
    .references,
    .warning,
    rationale:
      "A job in a queue that does not exist is never admitted: it waits for ever, and nobody is told.",
    remediation: "Correct the name, add the queue, or list it among what the platform provides.",
    examples: [
      Example(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: train, namespace: a, labels: {kueue.x-k8s.io/queue-name: «batch|bach»}}
        ---
        apiVersion: kueue.x-k8s.io/v1beta1
        kind: LocalQueue
        metadata: {name: batch, namespace: a}
        """
      ),
      Example(
        """
        apiVersion: kueue.x-k8s.io/v1beta1
        kind: LocalQueue
        metadata: {name: batch, namespace: a}
        spec:
          clusterQueue: «gpu|gpus»
        ---
        apiVersion: kueue.x-k8s.io/v1beta1
        kind: ClusterQueue
        metadata: {name: gpu}
        """
      ),
    ],
    check: .set(about: .referring(.queue)) { _, context, report in
      report.flagMissing(.queue, in: context)
    }
  )
}
