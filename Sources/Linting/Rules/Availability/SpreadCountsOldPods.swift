internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of hard spread constraints that count the pods of two revisions as one.
  static let spreadCountsOldPods = LintRule(
    "SPAI2317",
    "spread-counts-old-pods",
    .availability,
    .note,
    in: .strict,
    rationale: """
      During a rollout the pods that are about to go count too: the new ones end up in one place, or wait for \
      room.
      """,
    remediation: "Add 'matchLabelKeys: [pod-template-hash]' to the constraint.",
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
              - ↓topologyKey: topology.kubernetes.io/zone
                maxSkew: 1
                whenUnsatisfiable: DoNotSchedule
                labelSelector: {matchLabels: {app: api}}
                «matchLabelKeys: [pod-template-hash]|»
        """
      )
    ],
    check: .pod { pod, _, report in
      guard pod.owner.kind == "Deployment" else { return }
      for constraint in pod.spec["topologySpreadConstraints"].items
      where constraint["whenUnsatisfiable"].text == "DoNotSchedule" {
        let keys = constraint["matchLabelKeys"]
        guard !keys.items.contains(where: { $0.text == "pod-template-hash" }) else { continue }
        report.flag(keys, "lacks 'pod-template-hash'", of: pod.owner)
      }
    }
  )
}
