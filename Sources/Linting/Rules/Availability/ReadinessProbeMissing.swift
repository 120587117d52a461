internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that get requests before they can answer.
  static let readinessProbeMissing = LintRule(
    "SPAI2303",
    "readiness-probe-missing",
    .availability,
    .warning,
    rationale: """
      A Service sends requests to a pod from its first second on, unless a readiness probe says when it is \
      ready.
      """,
    remediation: "Add a 'readinessProbe' that says whether the container can answer now.",
    aliases: [
      .checkov: ["CKV_K8S_9"], .datree: ["CONTAINERS_MISSING_READINESSPROBE_KEY"],
      .gatekeeper: ["requiredprobes"], .kics: ["Readiness Probe Is Not Configured"],
      .kubeLinter: ["no-readiness-probe"], .kubeScore: ["pod-probes"], .kubescape: ["C-0018"],
      .kyverno: ["require-pod-probes"], .polaris: ["readinessProbeMissing"], .popeye: ["POP-102", "POP-104"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: a}
        spec:
          template:
            metadata: {labels: {app: api}}
            spec:
              containers:
              - ↓name: api
                ports: [{containerPort: 8080}]
                «readinessProbe: {grpc: {port: 8080}}|»
              - name: log-shipper
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: a}
        spec: {selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
        """
      )
    ],
    check: .pod { pod, context, report in
      guard pod.isLasting, context.objects.isServed(pod) else { return }
      let containers = pod.containers.filter { !$0.isInit }
      let serving = containers.filter { !$0["ports"].isEmpty }
      for container in serving.isEmpty ? containers : serving where !container["readinessProbe"].isPresent {
        report.flag(container["readinessProbe"], "is missing, and a Service sends requests", of: pod.owner)
      }
    }
  )
}
