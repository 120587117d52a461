internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Tells of autoscalers that the quota stops before their most.
  static let hpaBurstCapacity = LintRule(
    "SPAI2908",
    "hpa-burst-capacity",
    .autoscaling,
    .warning,
    in: .strict,
    rationale: "When the load comes, the quota refuses the pods that the autoscaler was promised.",
    remediation: "Raise the quota, or lower 'maxReplicas' to what fits.",
    aliases: [.popeye: ["POP-602", "POP-603", "POP-604", "POP-605"]],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: tenant, namespace: a}
        spec: {hard: {requests.memory: 4Gi}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec: {template: {spec: {containers: [{name: api, resources: {requests: {memory: 1Gi}}}]}}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec:
          scaleTargetRef: {kind: Deployment, name: api}
          minReplicas: 2
          maxReplicas: «4|5»
        """
      )
    ],
    check: .set(about: .kinds(["HorizontalPodAutoscaler", "ScaledObject"])) { objects, _, report in
      for use in objects.quotaUses where use.steady <= use.granted {
        for (workload, perPod) in use.shares where !perPod.isZero {
          guard let scaler = workload.autoscalers.first else { continue }
          let peak = use.steady + perPod * (workload.most - workload.fewest)
          guard peak > use.granted else { continue }
          report.flag(
            scaler.most,
            "is \(workload.most), and the namespace then needs \(peak.canonical) of \(use.hard.path.key)",
            of: scaler.object,
            beside: (use.hard, "the quota is \(use.granted.text)")
          )
        }
      }
    }
  )
}
