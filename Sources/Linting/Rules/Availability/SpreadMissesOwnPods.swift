internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of spread constraints that count other pods.
  static let spreadMissesOwnPods = LintRule(
    "SPAI2316",
    "spread-misses-own-pods",
    .availability,
    .warning,
    rationale: """
      A spread constraint counts the pods that its selector selects; where those are not its own, it spreads \
      nothing.
      """,
    remediation: "Write the labels of the pod's own template into the selector.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            metadata: {labels: {app: api}}
            spec:
              topologySpreadConstraints:
              - topologyKey: topology.kubernetes.io/zone
                maxSkew: 1
                whenUnsatisfiable: DoNotSchedule
                «|↓»labelSelector: {matchLabels: {app: «api|apo»}}
        """
      )
    ],
    check: .pod { pod, _, report in
      for constraint in pod.spec["topologySpreadConstraints"].items where constraint.isMap {
        let selector = constraint["labelSelector"]
        guard !selector.isPresent || !selector.selects(pod.labels) else { continue }
        report.flag(
          selector,
          selector.isPresent ? "does not select the pod's own labels" : "is missing",
          of: pod.owner
        )
      }
    }
  )
}
