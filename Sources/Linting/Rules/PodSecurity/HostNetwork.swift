internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses pods in the network of their node.
  static let hostNetwork = LintRule(
    "SPAI2024",
    "host-network",
    .podSecurity,
    .error,
    rationale:
      "The pod has its node's addresses: no NetworkPolicy binds it, and it reaches what listens on the node alone.",
    remediation:
      "Remove 'hostNetwork'.",
    aliases: [
      .checkov: ["CKV_K8S_19"], .datree: ["CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE"],
      .gatekeeper: ["host-network-ports"], .kics: ["Shared Host Network Namespace"],
      .kubeLinter: ["host-network"], .kubeaudit: ["NamespaceHostNetworkTrue"],
      .kubescape: ["C-0041", "C-0196", "C-0216"], .kyverno: ["disallow-host-namespaces"],
      .podSecurity: ["hostNamespaces"], .polaris: ["hostNetworkSet"], .sonar: ["S6431"], .trivy: ["KSV-0009"],
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
              hostNetwork: «false|true»
              containers:
              - name: api
        """
      )
    ],
    check: .pod { pod, _, report in
      let isShared = pod.spec["hostNetwork"]
      if isShared.isTrue { report.flag(isShared, "is true", of: pod.owner) }
    }
  )
}
