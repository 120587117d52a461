internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of autoscalers of workloads that do not exist.
  static let scaleTargetMissing = LintRule(
    "SPAI3012",
    "scale-target-missing",
    .references,
    .warning,
    rationale:
      "An autoscaler without its workload does nothing, and the workload that was meant does not scale.",
    remediation: "Write the kind and the name of the workload into the reference.",
    aliases: [
      .kics: ["HPA Targets Invalid Object"],
      .kubeLinter: ["dangling-horizontalpodautoscaler"],
      .kubeScore: ["horizontalpodautoscaler-has-target"],
      .kubescape: ["C-0300"],
      .kyverno: ["check-hpa-exists", "verify-vpa-target", "check-vpa-configuration"],
      .popeye: ["POP-600"],
    ],
    examples: [
      Example(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: a}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: «api|apo»}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        """
      ),
      Example(
        """
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: {name: api, namespace: a}
        spec:
          scaleTargetRef: {name: «api|apo»}
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
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: «api|apo»}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        """
      ),
    ],
    check: .set { _, context, report in
      report.flagMissing(.scaleTarget, in: context)
    }
  )
}
