internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of replicas that two sides set.
  static let hpaAndStaticReplicas = LintRule(
    "SPAI2904",
    "hpa-and-static-replicas",
    .autoscaling,
    .warning,
    rationale:
      "Each deployment sets the replicas back to the number in the manifest, in the middle of the load.",
    remediation: "Remove 'replicas' from the workload.",
    aliases: [
      .kics: ["HPA Targeted Deployments With Configured Replica Count"],
      .kubeScore: ["deployment-targeted-by-hpa-does-not-have-replicas-configured"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          «|↓replicas: 3»
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec: {scaleTargetRef: {kind: Deployment, name: api}, maxReplicas: 5}
        """
      )
    ],
    check: .set(about: .workloads) { objects, _, report in
      for workload in objects.workloads where workload.replicas.isPresent {
        guard let scaler = workload.autoscalers.first else { continue }
        let fault = "is set here, and by \(scaler.object.kind) '\(scaler.object.name)'"
        report.flag(
          workload.replicas,
          fault,
          of: workload.object,
          beside: (scaler.object.root, "the autoscaler")
        )
      }
    }
  )
}
