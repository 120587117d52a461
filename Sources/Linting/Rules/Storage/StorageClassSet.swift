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
      ),
      Example(
        """
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: db}
        spec:
          ↓storage: {size: 1Gi«, storageClass: fast|»}
        """
      ),
    ],
    check: .object(["PersistentVolumeClaim", "StatefulSet", "Cluster"]) { object, _, report in
      let storage = object.spec["storage"]
      if object.group == DatabaseCluster.group, storage.isPresent, !storage["storageClass"].isPresent {
        report.flag(storage["storageClass"], "is missing", of: object)
      }
      for spec in object.claimSpecs where !spec["storageClassName"].isPresent {
        report.flag(spec["storageClassName"], "is missing", of: object)
      }
    }
  )
}
