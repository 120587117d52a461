internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads that do not say why they may process what they process.
  static let processingRecord = LintRule(
    "SPAI3115",
    "processing-record",
    .labels,
    .note,
    in: .all,
    rationale:
      "Personal data may be processed for a purpose and on a basis; who is asked has to name both.",
    remediation:
      "Write them into the annotations that 'audit.records.processing' names, on the workload or its namespace.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: api
          namespace: shop
          ↓annotations: {«privacy.example.com/purpose|note»: "orders, contract"}
        spec: {containers: [{name: api}]}
        """,
        settings: { $0.audit.records[.processing] = ["privacy.example.com/purpose"] }
      )
    ],
    check: .pod { pod, context, report in
      let namespace = pod.owner.namespace.flatMap {
        context.objects.object("Namespace", of: "", named: $0, in: nil)
      }
      let shared = namespace.map { [$0.metadata["annotations"]] } ?? []
      report.flagMissing(.processing, in: pod.annotations + shared, of: pod.owner, context)
    }
  )
}
