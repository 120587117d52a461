internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of vertical autoscalers of workloads that are not there.
  static let vpaTarget = LintRule(
    "SPAI2907",
    "vpa-target",
    .autoscaling,
    .warning,
    rationale:
      "A VerticalPodAutoscaler without its workload, or for a container that it has not, measures nothing.",
    remediation: """
      Write the kind and the name of the workload into 'targetRef', and the names of its containers into the \
      policies.
      """,
    aliases: [.kyverno: ["verify-vpa-target", "check-vpa-configuration"]],
    examples: [
      Example(
        """
        apiVersion: autoscaling.k8s.io/v1
        kind: VerticalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec:
          «|↓»targetRef: {kind: Deployment, name: «api|apo»}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        """
      ),
      Example(
        """
        apiVersion: autoscaling.k8s.io/v1
        kind: VerticalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec:
          targetRef: {kind: Deployment, name: api}
          resourcePolicy:
            containerPolicies:
            - {containerName: "*"}
            - {containerName: «api|web»}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec: {template: {spec: {containers: [{name: api}]}}}
        """
      ),
    ],
    check: .object(["VerticalPodAutoscaler"]) { object, context, report in
      let reference = object.spec["targetRef"]
      guard let target = ScaleTarget(reference, of: object) else { return }
      if context.misses(target) {
        report.flag(reference, "names \(target.kind) '\(target.name)', which is not there", of: object)
      }
      let pods = context.objects.object(target.kind, named: target.name, in: target.namespace)?.ownPods ?? []
      guard let pod = pods.first else { return }
      for policy in object.spec["resourcePolicy"]["containerPolicies"].items {
        let name = policy["containerName"]
        guard let text = name.written, text != "*", !pod.containers.contains(where: { $0.name == text })
        else { continue }
        report.flag(
          name,
          "is '\(text)', which is no container of \(target.kind) '\(target.name)'",
          of: object
        )
      }
    }
  )
}
