internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that hang unseen.
  static let livenessProbeMissing = LintRule(
    "SPAI2302",
    "liveness-probe-missing",
    .availability,
    .warning,
    in: .strict,
    rationale: "A process that hangs without ending is not restarted by anything but a liveness probe.",
    remediation: "Add a 'livenessProbe' that asks the process itself, and none of its dependencies.",
    aliases: [
      .checkov: ["CKV_K8S_8"], .datree: ["CONTAINERS_MISSING_LIVENESSPROBE_KEY"],
      .gatekeeper: ["requiredprobes"], .kics: ["Liveness Probe Is Not Defined"],
      .kubeLinter: ["no-liveness-probe"], .kubeScore: ["pod-probes"], .kubescape: ["C-0056"],
      .kyverno: ["require-pod-probes"], .polaris: ["livenessProbeMissing"], .popeye: ["POP-102", "POP-103"],
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
              - ↓name: api
                image: api:1
                «livenessProbe: {grpc: {port: 8080}}|»
        """
      )
    ],
    check: .pod { pod, _, report in
      guard pod.isLasting else { return }
      for container in pod.containers where !container.isInit && !container["livenessProbe"].isPresent {
        report.flag(container["livenessProbe"], "is missing", of: pod.owner)
      }
    }
  )
}
