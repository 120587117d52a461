internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of constraints of OpenShift that let privileged containers in.
  static let openShiftSCCPrivileged = LintRule(
    "SPAI2033",
    "openshift-scc-privileged",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "Whoever may use such a constraint is root on every node that runs the pod.",
    remediation:
      "Set 'allowPrivilegedContainer' to false, and make users run in a range.",
    aliases: [
      .kubeLinter: ["scc-deny-privileged-container"],
      .kyverno: ["disallow-security-context-constraint-anyuid"],
    ],
    examples: [
      Example(
        """
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata: {name: tenants}
        allowPrivilegedContainer: «false|true»
        """
      ),
      Example(
        """
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata: {name: tenants}
        runAsUser:
          type: «MustRunAsRange|RunAsAny»
        """
      ),
    ],
    check: .object(["SecurityContextConstraints"]) { constraints, _, report in
      let privileged = constraints.root["allowPrivilegedContainer"],
        user = constraints.root["runAsUser"]["type"]
      if privileged.isTrue { report.flag(privileged, "is true", of: constraints) }
      if user.text == "RunAsAny" { report.flag(user, "is 'RunAsAny'", of: constraints) }
    }
  )
}
