internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that may fill the disk of a node.
  static let ephemeralStorage = LintRule(
    "SPAI2207",
    "ephemeral-storage",
    .resources,
    .note,
    in: .strict,
    rationale: """
      Logs and files without a limit fill the node's disk, and the kubelet then evicts pods of every tenant \
      there.
      """,
    remediation: "Write 'limits.ephemeral-storage'.",
    aliases: [
      .gatekeeper: ["ephemeralstoragelimit"],
      .kubeScore: [
        "container-ephemeral-storage-request-and-limit", "container-ephemeral-storage-request-equals-limit",
      ], .sonar: ["S6870", "S6897"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              containers:
              - name: api
                resources:
                  ↓limits: {«ephemeral-storage: 1Gi|memory: 1Gi»}
        """
      )
    ],
    check: .container { container, context, report in
      guard !container.states(.limits, "ephemeral-storage", in: context.objects) else { return }
      report.flag(container.amount(.limits, "ephemeral-storage"), "is missing", of: container.owner)
    }
  )
}
