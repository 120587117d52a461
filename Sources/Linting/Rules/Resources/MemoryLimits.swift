internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that may take all memory of a node.
  static let memoryLimits = LintRule(
    "SPAI2203",
    "memory-limits",
    .resources,
    .warning,
    rationale:
      "A leak without a limit ends with the node: the kernel kills whatever pod it finds the largest.",
    remediation: "Write 'limits.memory', or give the namespace a LimitRange.",
    aliases: [
      .checkov: ["CKV_K8S_13"], .datree: ["CONTAINERS_MISSING_MEMORY_LIMIT_KEY"],
      .gatekeeper: ["containerlimits", "containerresources"], .kics: ["Memory Limits Not Defined"],
      .kubeLinter: ["unset-memory-requirements"], .kubeScore: ["container-resources"],
      .kubeaudit: ["LimitsMemoryNotSet", "LimitsNotSet"],
      .kubescape: ["C-0004", "C-0009", "C-0271", "C-0303"], .kyverno: ["require-requests-limits"],
      .polaris: ["memoryLimitsMissing"], .popeye: ["POP-107"], .sonar: ["S6864"], .trivy: ["KSV-0018"],
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
                ↓resources:
                  «limits|requests»: {memory: 1Gi}
        """
      )
    ],
    check: .container { container, context, report in
      guard !container.states(.limits, "memory", in: context.objects) else { return }
      report.flag(container.amount(.limits, "memory"), "is missing", of: container.owner)
    }
  )
}
