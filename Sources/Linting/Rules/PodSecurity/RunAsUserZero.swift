internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses containers that are told to run as root.
  static let runAsUserZero = LintRule(
    "SPAI2004",
    "run-as-user-zero",
    .podSecurity,
    .error,
    rationale:
      "User 0 is root; beside 'runAsNonRoot: true' such a container does not even start.",
    remediation:
      "Write the number of a user other than 0 into 'runAsUser'.",
    aliases: [
      .kubeaudit: ["RunAsUserCSCRoot", "RunAsUserPSCRoot"], .kyverno: ["require-run-as-non-root-user"],
      .podSecurity: ["runAsUser"], .trivy: ["KSV-0105"],
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
                  runAsUser: «10001|0»
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
              securityContext:
                runAsUser: «10001|0»
              containers:
              - name: api
        """
      ),
    ],
    check: .pod { pod, _, report in
      guard !pod.hasUsersOfItsOwn else { return }
      for field in pod.faults(in: "runAsUser", where: { $1.integer == 0 }) {
        report.flag(field, "is 0, which is root", of: pod.owner)
      }
    }
  )
}
