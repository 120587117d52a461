internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses two autoscalers of one workload.
  static let hpaDuplicate = LintRule(
    "SPAI2905",
    "hpa-duplicate",
    .autoscaling,
    .error,
    rationale: "Two autoscalers of one workload undo each other's work without end.",
    remediation: "Remove one of them, and write all metrics into the other.",
    aliases: [.kyverno: ["prevent-duplicate-hpa", "prevent-duplicate-vpa"]],
    examples: [
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec: {scaleTargetRef: {kind: Deployment, name: api}, maxReplicas: 5}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: {name: api-queue, namespace: a}
        spec:
          «|↓»scaleTargetRef: {name: «worker|api»}
        """
      ),
      Example(
        """
        apiVersion: autoscaling.k8s.io/v1
        kind: VerticalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec: {targetRef: {kind: Deployment, name: api}}
        ---
        apiVersion: autoscaling.k8s.io/v1
        kind: VerticalPodAutoscaler
        metadata: {name: api-2, namespace: a}
        spec:
          «|↓»targetRef: {kind: Deployment, name: «worker|api»}
        """
      ),
    ],
    check: .set(about: .kinds(["HorizontalPodAutoscaler", "ScaledObject", "VerticalPodAutoscaler"])) {
      objects,
      _,
      report in
      let horizontal = ["HorizontalPodAutoscaler", "ScaledObject"].flatMap(objects.ofKind).compactMap {
        object in
        Autoscaler(object).map { (object, $0.target, "scaleTargetRef") }
      }
      let vertical = objects.ofKind("VerticalPodAutoscaler").compactMap { object in
        ScaleTarget(object.spec["targetRef"], of: object).map { (object, $0, "targetRef") }
      }
      for scalers in [horizontal, vertical] {
        var first: [ScaleTarget: APIObject] = [:]
        for (object, target, key) in scalers {
          // The same name is the same object, which another folder has for another cluster.
          if let other = first[target], other.name != object.name || other.kind != object.kind {
            let fault = "names \(target.kind) '\(target.name)', as \(other.kind) '\(other.name)' does"
            report.flag(object.spec[key], fault, of: object, beside: (other.spec[key], "the other"))
          } else {
            first[target] = object
          }
        }
      }
    }
  )
}
