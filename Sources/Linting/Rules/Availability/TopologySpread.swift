internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of replicas that may all run in one zone.
  static let topologySpread = LintRule(
    "SPAI2315",
    "topology-spread",
    .availability,
    .note,
    in: .strict,
    rationale: """
      Without spread constraints the scheduler may fill one zone, and one zone that fails takes all replicas \
      along.
      """,
    remediation: "Add 'topologySpreadConstraints' over 'topology.kubernetes.io/zone'.",
    aliases: [
      .datree: ["EKS_MISSING_KEY_TOPOLOGYKEY", "EKS_INVALID_VALUE_DONOOTSCHEDULE"],
      .kubeScore: ["pod-topology-spread-constraints"], .kyverno: ["topologyspreadconstraints-policy"],
      .polaris: ["topologySpreadConstraint"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          replicas: 2
          template:
            ↓spec:
              «topologySpreadConstraints|placeholders»: [{topologyKey: topology.kubernetes.io/zone, maxSkew: 1}]
        """
      )
    ],
    check: .set(about: .kinds(["Deployment", "Rollout", "StatefulSet"])) { objects, _, report in
      for workload in objects.workloads
      where workload.isSpreadable && workload.most > 1 && workload.pod.spec.isPresent {
        let spread = workload.pod.spec["topologySpreadConstraints"]
        if spread.isEmpty { report.flag(spread, "is missing", of: workload.object) }
      }
    }
  )
}
