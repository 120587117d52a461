internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that are not held to a user other than root, whoever they run as now.
  static let runAsNonRootUnset = LintRule(
    "SPAI2091",
    "run-as-non-root-unset",
    .podSecurity,
    .note,
    in: .all,
    rationale:
      "A number in 'runAsUser' says who runs now; the level 'restricted' asks for the promise itself, and refuses the pod.",
    remediation: "Set 'runAsNonRoot: true' in the pod's security context.",
    aliases: [.podSecurity: ["runAsNonRoot"]],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          securityContext:
            runAsUser: 10001
            «runAsNonRoot: true|»
          containers:
          - ↓name: api
        """
      )
    ],
    check: .pod { pod, _, report in
      guard !pod.isForWindows, !pod.hasUsersOfItsOwn else { return }
      for field in pod.faults(in: "runAsNonRoot", where: { _, field in !field.isTrue }) {
        report.flag(field, "is not set to true", of: pod.owner)
      }
    }
  )
}
