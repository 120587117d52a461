internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of workloads that are switched off.
  static let zeroReplicas = LintRule(
    "SPAI2311",
    "zero-replicas",
    .availability,
    .note,
    in: .strict,
    rationale: "A workload of no replicas is mostly one that was switched off for an hour, and forgotten.",
    remediation: "Give it replicas, or remove it.",
    aliases: [.popeye: ["POP-500"]],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          replicas: «2|0»
        """
      )
    ],
    check: .set(about: .workloads) { objects, _, report in
      for workload in objects.workloads where workload.autoscalers.isEmpty && workload.replicas.integer == 0 {
        report.flag(workload.replicas, "is 0", of: workload.object)
      }
    }
  )
}
