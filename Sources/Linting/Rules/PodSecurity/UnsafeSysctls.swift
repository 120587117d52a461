internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of kernel settings that a node does not let pods change.
  static let unsafeSysctls = LintRule(
    "SPAI2017",
    "unsafe-sysctls",
    .podSecurity,
    .warning,
    rationale:
      "A setting outside the safe set can reach beyond the pod, so a node refuses the pod unless its administrator has allowed it there.",
    remediation:
      "Remove the setting, or make it on the node.",
    aliases: [
      .gatekeeper: ["forbidden-sysctls"], .kics: ["Cluster Allows Unsafe Sysctls"],
      .kubeLinter: ["unsafe-sysctls"], .kyverno: ["restrict-sysctls", "prevent-cr8escape"],
      .podSecurity: ["sysctls"], .trivy: ["KSV-0026"],
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
                sysctls:
                - name: «net.ipv4.tcp_syncookies|kernel.msgmax»
                  value: "1"
              containers:
              - name: api
        """
      )
    ],
    check: .pod { pod, context, report in
      let safe = safeKernelSettings(minor: context.settings.kubernetesMinor)
      for setting in pod.security("sysctls").items {
        guard let name = setting["name"].written, !safe.contains(name.replacing("/", with: ".")) else {
          continue
        }
        report.flag(setting["name"], "is '\(name)', which is not of the safe set", of: pod.owner)
      }
    }
  )
}
