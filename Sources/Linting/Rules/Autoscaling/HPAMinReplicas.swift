internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of autoscalers that scale down to one pod.
  static let hpaMinReplicas = LintRule(
    "SPAI2901",
    "hpa-min-replicas",
    .autoscaling,
    .warning,
    in: .strict,
    rationale: "At its least replicas a service must still survive the drain of one node.",
    remediation: "Raise 'minReplicas' to what 'leastReplicas' says, two or more.",
    aliases: [
      .datree: ["HPA_MISSING_MINREPLICAS_KEY"], .gatekeeper: ["horizontalpodautoscaler"],
      .kubeLinter: ["hpa-minimum-three-replicas"], .kubeScore: ["horizontalpodautoscaler-replicas"],
      .polaris: ["hpaMinAvailability"],
    ],
    examples: [
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api}
        spec:
          scaleTargetRef: {kind: Deployment, name: api}
          minReplicas: «2|1»
          maxReplicas: 5
        """
      )
    ],
    check: .object(["HorizontalPodAutoscaler"]) { object, context, report in
      let least = object.spec["minReplicas"], count = least.integer ?? 1
      guard object.spec.isPresent, count < context.settings.leastReplicas else { return }
      let words = least.isPresent ? "is \(count)" : "is missing, and so 1"
      report.flag(least, "\(words), below the least of \(context.settings.leastReplicas)", of: object)
    }
  )
}
