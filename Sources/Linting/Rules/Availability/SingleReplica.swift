internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of services that cannot survive the loss of one pod.
  static let singleReplica = LintRule(
    "SPAI2301",
    "single-replica",
    .availability,
    .warning,
    in: .strict,
    rationale: "One replica is down during every drain of its node, and during every restart.",
    remediation:
      "Run as many replicas as 'leastReplicas' says, two or more, or let an autoscaler have a least number.",
    aliases: [
      .kubeLinter: ["minimum-three-replicas"], .kubeScore: ["deployment-replicas"],
      .polaris: ["deploymentMissingReplicas"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          replicas: «2|1»
        """
      )
    ],
    check: .object(["Deployment"]) { object, context, report in
      let replicas = object.spec["replicas"]
      guard let count = replicas.integer, count > 0, count < context.settings.leastReplicas else { return }
      report.flag(replicas, "is \(count), below the least of \(context.settings.leastReplicas)", of: object)
    }
  )
}
