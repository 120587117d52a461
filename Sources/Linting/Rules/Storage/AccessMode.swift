internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of claims for one pod that several may write.
  static let accessMode = LintRule(
    "SPAI2708",
    "access-mode",
    .storage,
    .note,
    in: .strict,
    rationale: """
      Each pod of a StatefulSet has a claim of its own; a mode for many writers hides that a second one writes \
      it.
      """,
    remediation: "Write 'ReadWriteOncePod', or 'ReadWriteOnce'.",
    aliases: [.kics: ["Incorrect Volume Claim Access Mode ReadWriteOnce"], .kyverno: ["readwriteonce-pod"]],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          volumeClaimTemplates:
          - metadata: {name: data}
            spec:
              accessModes: [«ReadWriteOnce|ReadWriteMany»]
        """
      )
    ],
    check: .object(["StatefulSet"]) { object, _, report in
      for spec in object.claimSpecs {
        for mode in spec["accessModes"].items where mode.text == "ReadWriteMany" {
          report.flag(mode, "is 'ReadWriteMany', for a claim of one pod", of: object)
        }
      }
    }
  )
}
