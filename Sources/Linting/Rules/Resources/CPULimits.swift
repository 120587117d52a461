internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that may take all CPU time of a node.
  static let cpuLimits = LintRule(
    "SPAI2204",
    "cpu-limits",
    .resources,
    .note,
    in: .strict,
    rationale:
      "Without a limit one busy loop takes what other pods have come to rely on beyond their requests.",
    remediation: "Write 'limits.cpu', or switch this rule off where requests alone shall share the time.",
    aliases: [
      .checkov: ["CKV_K8S_11"], .datree: ["CONTAINERS_MISSING_CPU_LIMIT_KEY"],
      .gatekeeper: ["containerlimits", "containerresources"], .kics: ["CPU Limits Not Set"],
      .kubeScore: ["container-resources"], .kubeaudit: ["LimitsCPUNotSet", "LimitsNotSet"],
      .kubescape: ["C-0009", "C-0050", "C-0270", "C-0303"], .kyverno: ["require-cpu-limits"],
      .polaris: ["cpuLimitsMissing"], .popeye: ["POP-107"], .sonar: ["S6869"], .trivy: ["KSV-0011"],
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
                  «limits|requests»: {cpu: 100m}
        """
      )
    ],
    check: .container { container, context, report in
      guard !container.states(.limits, "cpu", in: context.objects) else { return }
      report.flag(container.amount(.limits, "cpu"), "is missing", of: container.owner)
    }
  )
}
