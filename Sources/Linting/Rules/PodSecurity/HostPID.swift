internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses pods that see the processes of their node.
  static let hostPID = LintRule(
    "SPAI2022",
    "host-pid",
    .podSecurity,
    .error,
    rationale:
      "The pod sees every process of its node, with their environment, and can end those of its user.",
    remediation:
      "Remove 'hostPID'.",
    aliases: [
      .checkov: ["CKV_K8S_17"], .datree: ["CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE"],
      .gatekeeper: ["host-namespaces"], .kics: ["Shared Host PID Namespace"], .kubeLinter: ["host-pid"],
      .kubeaudit: ["NamespaceHostPIDTrue"], .kubescape: ["C-0038", "C-0194", "C-0214", "C-0275"],
      .kyverno: ["disallow-host-namespaces"], .podSecurity: ["hostNamespaces"], .polaris: ["hostPIDSet"],
      .sonar: ["S6431"], .trivy: ["KSV-0010"],
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
              hostPID: «false|true»
              containers:
              - name: api
        """
      )
    ],
    check: .pod { pod, _, report in
      let isShared = pod.spec["hostPID"]
      if isShared.isTrue { report.flag(isShared, "is true", of: pod.owner) }
    }
  )
}
