internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers whose processes may gain more rights than their parent.
  static let privilegeEscalation = LintRule(
    "SPAI2002",
    "privilege-escalation",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "Unless it is refused, a program with the set-user-id bit gives a process in the container more rights than it was started with.",
    remediation:
      "Set 'allowPrivilegeEscalation' to false in the container's security context.",
    aliases: [
      .checkov: ["CKV_K8S_20"], .datree: ["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],
      .gatekeeper: ["allow-privilege-escalation"], .kics: ["Privilege Escalation Allowed"],
      .kubeLinter: ["privilege-escalation-container"],
      .kubeaudit: ["AllowPrivilegeEscalationNil", "AllowPrivilegeEscalationTrue"],
      .kubescape: ["C-0016", "C-0197", "C-0217"], .kyverno: ["disallow-privilege-escalation"],
      .podSecurity: ["allowPrivilegeEscalation"], .polaris: ["privilegeEscalationAllowed"], .sonar: ["S6430"],
      .trivy: ["KSV-0001"],
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
                  allowPrivilegeEscalation: «false|true»
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
              - ↓name: api
                «securityContext: {allowPrivilegeEscalation: false}|»
        """
      ),
    ],
    check: .container { container, _, report in
      guard !container.isForWindows else { return }
      let escalation = container.ownSecurity("allowPrivilegeEscalation")
      if escalation.isTrue {
        report.flag(escalation, "is true", of: container.owner)
      } else if !escalation.isPresent {
        report.flag(escalation, "is not set to false", of: container.owner)
      }
    }
  )
}
