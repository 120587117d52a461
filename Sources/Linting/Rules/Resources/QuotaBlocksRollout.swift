internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Tells of workloads whose rollout has no room in the quota.
  static let quotaBlocksRollout = LintRule(
    "SPAI2211",
    "quota-blocks-rollout",
    .resources,
    .warning,
    in: .strict,
    rationale: """
      A rollout that adds pods before it takes old ones away stands still where the quota has no room for them.
      """,
    remediation: "Raise the quota, or lower 'maxSurge' and allow 'maxUnavailable'.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: tenant, namespace: a}
        spec: {hard: {requests.cpu: "4"}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          ↓replicas: 4
          strategy: {rollingUpdate: {maxSurge: «0|1», maxUnavailable: 1}}
          template: {spec: {containers: [{name: api, resources: {requests: {cpu: "1"}}}]}}
        """
      )
    ],
    check: .set(about: .workloads) { objects, _, report in
      for use in objects.quotaUses where use.steady <= use.granted {
        for (workload, perPod) in use.shares where !perPod.isZero {
          let peak = use.steady + perPod * workload.surge(at: workload.fewest)
          guard peak > use.granted else { continue }
          report.flag(
            workload.replicas,
            "leaves no room to roll out: the namespace then needs \(peak.canonical) of \(use.hard.path.key)",
            of: workload.object,
            beside: (use.hard, "the quota is \(use.granted.text)")
          )
        }
      }
    }
  )
}
