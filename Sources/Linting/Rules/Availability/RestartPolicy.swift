internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods that stay down when they fail.
  static let restartPolicy = LintRule(
    "SPAI2327",
    "restart-policy",
    .availability,
    .note,
    in: .all,
    rationale: "A pod of its own that may not be restarted is gone with its first error.",
    remediation: "Write 'restartPolicy: OnFailure', or make it a Job.",
    aliases: [.datree: ["WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS"], .kubeLinter: ["restart-policy"]],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          restartPolicy: «OnFailure|Never»
        """
      )
    ],
    check: .object(["Pod"]) { object, _, report in
      let policy = object.spec["restartPolicy"]
      if policy.text == "Never" { report.flag(policy, "is 'Never'", of: object) }
    }
  )
}
