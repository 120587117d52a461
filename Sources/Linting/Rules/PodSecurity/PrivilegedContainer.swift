internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses containers that are root on the node.
  static let privilegedContainer = LintRule(
    "SPAI2001",
    "privileged-container",
    .podSecurity,
    .error,
    rationale:
      "A privileged container has every capability and every device: it is root on its node, and from there on others.",
    remediation: "Remove 'privileged', and add the one capability that is needed, if any.",
    aliases: [
      .checkov: ["CKV_K8S_16"], .datree: ["CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE"],
      .gatekeeper: ["privileged-containers"], .kics: ["Container Is Privileged"],
      .kubeLinter: ["privileged-container"], .kubeScore: ["container-security-context-privileged"],
      .kubeaudit: ["PrivilegedTrue"], .kubescape: ["C-0057", "C-0193"],
      .kyverno: ["disallow-privileged-containers"], .podSecurity: ["privileged"],
      .polaris: ["runAsPrivileged"],
      .sonar: ["S6428"], .trivy: ["KSV-0017"],
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
                  privileged: «false|true»
        """
      )
    ],
    check: .container { container, context, report in
      let privileged = container.ownSecurity("privileged")
      if privileged.isTrue { report.flag(privileged, "is true", of: container.owner) }
    }
  )
}
