internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that ask for no CPU.
  static let cpuRequests = LintRule(
    "SPAI2201",
    "cpu-requests",
    .resources,
    .warning,
    rationale: """
      Without a request the scheduler takes the container for nothing, and its neighbours take its time first.
      """,
    remediation:
      "Write 'requests.cpu', as much as it uses at a usual hour, or give the namespace a LimitRange.",
    aliases: [
      .checkov: ["CKV_K8S_10"], .datree: ["CONTAINERS_MISSING_CPU_REQUEST_KEY"],
      .gatekeeper: ["containerrequests", "containerresources"], .kics: ["CPU Requests Not Set"],
      .kubeLinter: ["unset-cpu-requirements"], .kubeScore: ["container-resources"],
      .kubescape: ["C-0050", "C-0268"], .kyverno: ["require-requests-limits"],
      .polaris: ["cpuRequestsMissing"], .popeye: ["POP-106"], .sonar: ["S6892"], .trivy: ["KSV-0015"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          template:
            spec:
              containers:
              - name: api
                resources:
                  ↓requests: {«cpu: 100m|memory: 1Gi»}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: range, namespace: «a|b»}
        spec: {limits: [{type: Container, defaultRequest: {cpu: 100m}}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec: {template: {spec: {containers: [{↓name: api}]}}}
        """
      ),
    ],
    check: .container { container, context, report in
      guard !container.states(.requests, "cpu", in: context.objects) else { return }
      report.flag(container.amount(.requests, "cpu"), "is missing", of: container.owner)
    }
  )
}
