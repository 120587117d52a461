internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of two autoscalers that pull at one resource.
  static let hpavpaConflict = LintRule(
    "SPAI2909",
    "hpa-vpa-conflict",
    .autoscaling,
    .warning,
    rationale: """
      One divides the use by the request, and the other changes the request: each answers the other, and no \
      load.
      """,
    remediation: """
      Write 'updateMode: "Off"' into the vertical one, or take the resource out of its 'controlledResources'.
      """,
    examples: [
      Example(
        """
        apiVersion: autoscaling.k8s.io/v1
        kind: VerticalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec:
          targetRef: {kind: Deployment, name: api}
          «|↓»updatePolicy: {updateMode: «"Off"|Auto»}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec: {template: {spec: {containers: [{name: api}]}}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec:
          scaleTargetRef: {kind: Deployment, name: api}
          maxReplicas: 5
          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
        """
      )
    ],
    check: .set(about: .kinds(["VerticalPodAutoscaler"])) { objects, _, report in
      for vertical in objects.ofKind("VerticalPodAutoscaler") {
        let update = vertical.spec["updatePolicy"], mode = update["updateMode"].text ?? "Recreate"
        guard mode != "Off", let target = ScaleTarget(vertical.spec["targetRef"], of: vertical) else {
          continue
        }
        for scaler in ["HorizontalPodAutoscaler", "ScaledObject"].flatMap({
          objects.ofKind($0, in: target.namespace)
        })
        .compactMap(Autoscaler.init) where scaler.target == target {
          guard let metric = scaler.metrics.first(where: { vertical.changes($0.resource, of: $0.container) })
          else { continue }
          let fault =
            "lets it change \(metric.resource), by which \(scaler.object.kind) '\(scaler.object.name)' scales"
          report.flag(update, fault, of: vertical, beside: (metric.field, "the metric"))
        }
      }
    }
  )
}

extension APIObject {
  /// Whether a VerticalPodAutoscaler changes a resource of a container, or of any where it is nil.
  fileprivate func changes(_ resource: String, of container: String?) -> Bool {
    let policies = spec["resourcePolicy"]["containerPolicies"].items
    func named(_ name: String) -> Field? { policies.first { $0["containerName"].text == name } }
    func controls(_ policy: Field) -> Bool {
      let resources = policy["controlledResources"]
      return policy["mode"].text != "Off"
        && (!resources.isPresent || resources.items.contains { $0.text == resource })
    }
    guard let container else { return policies.isEmpty || policies.contains(where: controls) }
    return (named(container) ?? named("*")).map(controls) ?? true
  }
}
