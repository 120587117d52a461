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
      .datree: ["DEPLOYMENT_INCORRECT_REPLICAS_VALUE"], .gatekeeper: ["replicalimits"],
      .kubeLinter: ["minimum-three-replicas"], .kubeScore: ["deployment-replicas"],
      .kyverno: ["deployment-has-multiple-replicas"], .polaris: ["deploymentMissingReplicas"],
      .popeye: ["POP-1109"],
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
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        ↓spec:
          minReadySeconds: 5
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec: {scaleTargetRef: {kind: Deployment, name: «api|apo»}, minReplicas: 2, maxReplicas: 5}
        """
      ),
    ],
    check: .set(about: .kinds(["Deployment", "Rollout", "StatefulSet"])) { objects, context, report in
      for workload in objects.workloads
      where ["Deployment", "Rollout"].contains(workload.object.kind) && workload.autoscalers.isEmpty {
        let count = workload.replicas.integer ?? 1, least = context.settings.leastReplicas
        guard count > 0, count < least else { continue }
        let words = workload.replicas.isPresent ? "is \(count)" : "is missing, and so 1"
        report.flag(workload.replicas, "\(words), below the least of \(least)", of: workload.object)
      }
    }
  )
}
