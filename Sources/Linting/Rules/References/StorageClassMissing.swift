internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of claims whose storage class does not exist.
  static let storageClassMissing = LintRule(
    "SPAI3010",
    "storage-class-missing",
    .references,
    .warning,
    rationale:
      "A claim stays pending for ever when nothing provides its class, and the pods that use it too.",
    remediation: "Correct the name, or list the class among what the platform provides.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: a}
        spec:
          storageClassName: «fast|fats»
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast}
        provisioner: x
        """
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: a}
        spec:
          volumeClaimTemplates:
          - spec:
              storageClassName: «fast|fats»
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast}
        provisioner: x
        """
      ),
    ],
    check: .set(about: .referring(.storageClass)) { _, context, report in
      report.flagMissing(.storageClass, in: context)
    }
  )
}
