internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of claims that take whatever storage is the default.
  static let storageClassSet = LintRule(
    "SPAI2707",
    "storageclass-set",
    .storage,
    .note,
    in: .strict,
    rationale: """
      The default class differs from cluster to cluster, and with it speed, backups and what happens on \
      deletion.
      """,
    remediation: "Write a 'storageClassName'.",
    aliases: [.gatekeeper: ["storageclass"], .kyverno: ["require-storageclass", "restrict-storageclass"]],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        ↓spec:
          «storageClassName|volumeName»: fast
        """
      )
    ],
    check: .object(["PersistentVolumeClaim", "StatefulSet"]) { object, _, report in
      for spec in object.claimSpecs where !spec["storageClassName"].isPresent {
        report.flag(spec["storageClassName"], "is missing", of: object)
      }
    }
  )
}
