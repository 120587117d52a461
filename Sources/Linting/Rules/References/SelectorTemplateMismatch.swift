internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses workloads that do not select their own pods.
  static let selectorTemplateMismatch = LintRule(
    "SPAI3004",
    "selector-template-mismatch",
    .references,
    .error,
    rationale: "The API server refuses a workload whose selector does not match the labels of its template.",
    remediation: "Write the labels of 'spec.selector' into the template.",
    aliases: [
      .kubeLinter: ["mismatching-selector"],
      .kubeScore: [
        "deployment-pod-selector-labels-match-template-metadata-labels",
        "statefulset-pod-selector-labels-match-template-metadata-labels",
      ],
      .kubescape: ["C-0296"],
      .popeye: ["POP-508"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          ↓selector:
            matchLabels: {app: api}
          template:
            metadata: {labels: {app: «api|web»}}
            spec: {containers: [{name: api}]}
        """
      )
    ],
    check: .object(["DaemonSet", "Deployment", "ReplicaSet", "Rollout", "StatefulSet"]) { object, _, report in
      let selector = object.spec["selector"], template = object.spec["template"]
      guard selector.isPresent, template.isPresent else { return }
      if !selector.selects(template["metadata"]["labels"].texts) {
        report.flag(selector, "does not match the labels of the template", of: object)
      }
    }
  )
}
