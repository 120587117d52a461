internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses pods that share memory with the processes of their node.
  static let hostIPC = LintRule(
    "SPAI2023",
    "host-ipc",
    .podSecurity,
    .error,
    rationale:
      "The pod reads and writes the shared memory of its node and of every other pod that has this.",
    remediation:
      "Remove 'hostIPC'.",
    aliases: [
      .checkov: ["CKV_K8S_18"], .datree: ["CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE"],
      .gatekeeper: ["host-namespaces"], .kics: ["Shared Host IPC Namespace"], .kubeLinter: ["host-ipc"],
      .kubeaudit: ["NamespaceHostIPCTrue"], .kubescape: ["C-0038", "C-0195", "C-0215", "C-0276"],
      .kyverno: ["disallow-host-namespaces"], .podSecurity: ["hostNamespaces"], .polaris: ["hostIPCSet"],
      .sonar: ["S6431"], .trivy: ["KSV-0008"],
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
              hostIPC: «false|true»
              containers:
              - name: api
        """
      )
    ],
    check: .pod { pod, _, report in
      let isShared = pod.spec["hostIPC"]
      if isShared.isTrue { report.flag(isShared, "is true", of: pod.owner) }
    }
  )
}
