internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of rollouts that wait for a zone which is not there.
  static let rolloutNeedsSpareZone = LintRule(
    "SPAI2331",
    "rollout-needs-spare-zone",
    .availability,
    .warning,
    in: .strict,
    rationale: """
      Replicas that must not share a zone fill three zones; a rollout that first adds a pod then needs a fourth \
      one.
      """,
    remediation: "Allow 'maxUnavailable: 1', or prefer the anti-affinity instead of requiring it.",
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          replicas: 3
          strategy: {rollingUpdate: {maxUnavailable: «1|0»}}
          template:
            metadata: {labels: {app: api}}
            spec:
              affinity:
                podAntiAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                  - labelSelector: {matchLabels: {app: api}}
                    ↓topologyKey: topology.kubernetes.io/zone
        """
      )
    ],
    check: .set(about: .workloads) { objects, _, report in
      for workload in objects.workloads where workload.object.kind == "Deployment" && workload.fewest >= 3 {
        let strategy = workload.object.spec["strategy"]
        let leaving = strategy["rollingUpdate"]["maxUnavailable"].share(
          of: workload.fewest,
          roundingUp: false
        )
        // The default is a quarter, rounded down.
        guard strategy["type"].text != "Recreate", leaving ?? workload.fewest / 4 == 0 else { continue }
        let terms = workload.pod.spec["affinity"]["podAntiAffinity"][
          "requiredDuringSchedulingIgnoredDuringExecution"
        ]
        for term in terms.items
        where term["topologyKey"].text == "topology.kubernetes.io/zone" && term["labelSelector"].isPresent
          && term["labelSelector"].selects(workload.pod.labels)
        {
          let fault = "keeps \(workload.fewest) replicas in as many zones, and a rollout adds one more"
          report.flag(
            term["topologyKey"],
            fault,
            of: workload.object,
            beside: (workload.replicas, "the replicas")
          )
        }
      }
    }
  )
}
