internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses containers that see the node's '/proc' unmasked.
  static let procMount = LintRule(
    "SPAI2016",
    "proc-mount",
    .podSecurity,
    .error,
    rationale:
      "The masked parts of '/proc' let a container read and change what the kernel does for the whole node.",
    remediation:
      "Remove 'procMount', or set the pod's 'hostUsers' to false.",
    aliases: [
      .gatekeeper: ["proc-mount"], .kics: ["Container Runs Unmasked"], .kubeLinter: ["unsafe-proc-mount"],
      .kyverno: ["disallow-proc-mount"], .podSecurity: ["procMount", "procMount_restricted"],
      .polaris: ["procMount"], .trivy: ["KSV-0027"],
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
                securityContext:
                  procMount: «Default|Unmasked»
        """
      )
    ],
    check: .container { container, _, report in
      let mount = container.ownSecurity("procMount")
      guard mount.text == "Unmasked", !container.hasUsersOfItsOwn else { return }
      report.flag(mount, "is 'Unmasked'", of: container.owner)
    }
  )
}
