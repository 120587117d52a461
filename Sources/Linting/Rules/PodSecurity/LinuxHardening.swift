internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that use none of the ways in which Linux confines a process.
  static let linuxHardening = LintRule(
    "SPAI2010",
    "linux-hardening",
    .podSecurity,
    .note,
    in: .all,
    rationale:
      "AppArmor, seccomp, SELinux and dropped capabilities each stop a break-in at another door; here all stand open.",
    remediation:
      "Set the seccomp profile 'RuntimeDefault', and drop capabilities.",
    aliases: [
      .kubescape: ["C-0055"], .polaris: ["linuxHardening"],
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
                «securityContext: {capabilities: {drop: [ALL]}}|»
        """
      )
    ],
    check: .container { container, _, report in
      guard !container.isForWindows else { return }
      let profiles = ["appArmorProfile", "seLinuxOptions", "seccompProfile"].map(container.effective)
      guard profiles.allSatisfy(\.isEmpty), Capabilities(of: container).dropped.isEmpty else { return }
      report.flag(
        container["securityContext"],
        "has no profile of AppArmor, seccomp or SELinux, and drops no capability",
        of: container.owner
      )
    }
  )
}
