internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of autoscalers that have no room to scale.
  static let hpaMaxReplicas = LintRule(
    "SPAI2902",
    "hpa-max-replicas",
    .autoscaling,
    .warning,
    in: .strict,
    rationale: "Where the most is not above the least, an autoscaler watches the load rise and does nothing.",
    remediation: "Raise the most replicas above the least, or write 'replicas' and remove the autoscaler.",
    aliases: [
      .datree: ["HPA_MISSING_MAXREPLICAS_KEY"], .gatekeeper: ["horizontalpodautoscaler"],
      .polaris: ["hpaMaxAvailability"],
    ],
    examples: [
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api}
        spec:
          scaleTargetRef: {kind: Deployment, name: api}
          minReplicas: 2
          maxReplicas: «3|2»
        """
      ),
      Example(
        """
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: {name: api}
        spec:
          scaleTargetRef: {name: api}
          minReplicaCount: 2
          maxReplicaCount: «3|2»
        """
      ),
    ],
    check: .object(["HorizontalPodAutoscaler", "ScaledObject"]) { object, _, report in
      guard let scaler = Autoscaler(object), scaler.most.isPresent, scaler.mostCount <= scaler.leastCount
      else { return }
      report.flag(scaler.most, "is \(scaler.mostCount), no more than the least", of: object)
    }
  )
}
