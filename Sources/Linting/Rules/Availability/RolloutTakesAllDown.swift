internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of rollouts that may take every replica away at once.
  static let rolloutTakesAllDown = LintRule(
    "SPAI2313",
    "rollout-takes-all-down",
    .availability,
    .warning,
    rationale: """
      Where 'maxUnavailable' is not below the least number of replicas, a rollout may stop all of them before \
      one new is ready.
      """,
    remediation: "Lower 'maxUnavailable' below the least number of replicas.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          strategy:
            rollingUpdate: {maxUnavailable: «50%|2»}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec: {scaleTargetRef: {kind: Deployment, name: api}, minReplicas: 2, maxReplicas: 9}
        """
      )
    ],
    check: .set(about: .workloads) { objects, _, report in
      for workload in objects.workloads where workload.object.kind == "Deployment" && workload.fewest > 1 {
        let most = workload.object.spec["strategy"]["rollingUpdate"]["maxUnavailable"]
        guard let count = most.share(of: workload.fewest, roundingUp: false), count >= workload.fewest else {
          continue
        }
        report.flag(
          most,
          "is \(most.shown), and there may be only \(workload.fewest) replicas",
          of: workload.object
        )
      }
    }
  )
}
