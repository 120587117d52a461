internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads that may run in any region.
  static let residency = LintRule(
    "SPAI3325",
    "residency",
    .tenancy,
    .note,
    in: .all,
    rationale:
      "Data that may not leave a region leaves it with the pod that works on it.",
    remediation:
      "Require nodes whose label 'topology.kubernetes.io/region' is one of 'audit.regions'.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        ↓spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                - matchExpressions:
                  - {key: topology.kubernetes.io/region, operator: In, values: [eu-north-1, «eu-west-1|us-east-1»]}
          containers: [{name: api}]
        """,
        settings: { $0.audit.regions = ["eu-north-1", "eu-west-1"] }
      )
    ],
    check: .pod { pod, context, report in
      let regions = context.settings.audit.regions
      guard !regions.isEmpty, !isHeld(pod, toNodesWith: "topology.kubernetes.io/region", among: regions)
      else { return }
      report.flag(pod.spec, "is not held to \(regions.sorted().joined(separator: " or "))", of: pod.owner)
    }
  )
}
