internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that ask for no memory.
  static let memoryRequests = LintRule(
    "SPAI2202",
    "memory-requests",
    .resources,
    .warning,
    rationale: "Without a request the pod lands on a full node, and is the first to be evicted there.",
    remediation:
      "Write 'requests.memory', as much as it uses at a busy hour, or give the namespace a LimitRange.",
    aliases: [
      .checkov: ["CKV_K8S_12"], .datree: ["CONTAINERS_MISSING_MEMORY_REQUEST_KEY"],
      .gatekeeper: ["containerrequests", "containerresources"], .kics: ["Memory Requests Not Defined"],
      .kubeScore: ["container-resources"], .kubescape: ["C-0004", "C-0269"],
      .kyverno: ["require-requests-limits"], .polaris: ["memoryRequestsMissing"], .popeye: ["POP-106"],
      .sonar: ["S6873"], .trivy: ["KSV-0016"],
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
                  ↓requests: {«memory: 1Gi|cpu: 100m»}
        """
      )
    ],
    check: .container { container, context, report in
      guard !container.states(.requests, "memory", in: context.objects) else { return }
      report.flag(container.amount(.requests, "memory"), "is missing", of: container.owner)
    }
  )
}
