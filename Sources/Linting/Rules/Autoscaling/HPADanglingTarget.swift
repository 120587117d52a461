internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of autoscalers of workloads that are not there.
  static let hpaDanglingTarget = LintRule(
    "SPAI2903",
    "hpa-dangling-target",
    .autoscaling,
    .warning,
    rationale:
      "An autoscaler without its workload scales nothing; it is mostly a name that was changed on one side.",
    remediation: "Write the kind and the name of the workload into 'scaleTargetRef'.",
    aliases: [
      .kics: ["HPA Targets Invalid Object"], .kubeLinter: ["dangling-horizontalpodautoscaler"],
      .kubeScore: ["horizontalpodautoscaler-has-target"], .kubescape: ["C-0300"],
      .kyverno: ["check-hpa-exists"], .popeye: ["POP-600"],
    ],
    examples: [
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec:
          minReplicas: 2
          «|↓»scaleTargetRef: {kind: Deployment, name: «api|apo»}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        """
      )
    ],
    check: .object(["HorizontalPodAutoscaler", "ScaledObject"]) { object, context, report in
      guard let target = Autoscaler(object)?.target, context.misses(target) else { return }
      let fault = "names \(target.kind) '\(target.name)', which is not there"
      report.flag(object.spec["scaleTargetRef"], fault, of: object)
    }
  )
}
