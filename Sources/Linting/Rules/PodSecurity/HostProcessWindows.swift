internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses Windows containers that are processes of the node.
  static let hostProcessWindows = LintRule(
    "SPAI2026",
    "host-process-windows",
    .podSecurity,
    .error,
    rationale:
      "A host process is no container: it is a program on the node, with the node's files and network.",
    remediation:
      "Remove 'hostProcess'.",
    aliases: [
      .datree: ["EKS_INVALID_HOSTPROCESS_VALUE"], .gatekeeper: ["host-process"], .kubescape: ["C-0202"],
      .kyverno: ["disallow-host-process", "require-run-as-containeruser"],
      .podSecurity: ["windowsHostProcess"], .polaris: ["hostProcess"], .trivy: ["KSV-0103"],
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
              securityContext:
                windowsOptions:
                  hostProcess: «false|true»
              containers:
              - name: api
        """
      ),
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
                securityContext:
                  windowsOptions:
                    hostProcess: «false|true»
        """
      ),
    ],
    check: .pod { pod, _, report in
      let contexts = [pod.spec["securityContext"]] + pod.containers.map { $0["securityContext"] }
      for option in contexts.map({ $0["windowsOptions"]["hostProcess"] }) where option.isTrue {
        report.flag(option, "is true", of: pod.owner)
      }
    }
  )
}
