internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads that run beside others though nodes are kept for their data.
  static let dedicatedNodes = LintRule(
    "SPAI3324",
    "dedicated-nodes",
    .tenancy,
    .note,
    in: .all,
    rationale:
      "Pods of one node share its kernel: whoever breaks out of one is beside all of them.",
    remediation:
      "Select the nodes that 'audit.nodePools' has for the class of data.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, labels: {spai.dev/data-class: payment}}
        ↓spec:
          nodeSelector: {pool: «cards|any»}
          containers: [{name: api}]
        """,
        settings: { $0.audit.nodePools = ["payment": "pool=cards"] }
      )
    ],
    check: .pod { pod, context, report in
      for name in dataClasses(of: pod).names {
        let parts = (context.settings.audit.nodePools[name] ?? "").split(separator: "=", maxSplits: 1).map(
          String.init
        )
        guard parts.count == 2, !isHeld(pod, toNodesWith: parts[0], among: [parts[1]]) else { continue }
        report.flag(pod.spec, "is not held to the nodes for data of class '\(name)'", of: pod.owner)
      }
    }
  )
}
