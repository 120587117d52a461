internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of volumes whose storage class is not known to encrypt.
  static let storageNotEncrypted = LintRule(
    "SPAI2721",
    "storage-not-encrypted",
    .storage,
    .note,
    in: .all,
    rationale:
      "A disk that is thrown away, or copied by whoever runs the storage, is read by others.",
    remediation:
      "Use one of the classes under 'audit.encryptedStorageClasses'.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          storageClassName: «sealed|fast»
        """,
        settings: { $0.audit.encryptedStorageClasses = ["sealed"] }
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          volumeClaimTemplates:
          - metadata: {name: data}
            spec:
              ↓storageClassName: fast
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: «fast|other»}
        parameters: {encrypted: "true"}
        """,
        settings: { $0.audit.encryptedStorageClasses = ["sealed"] }
      ),
      Example(
        """
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: db}
        spec: {storage: {size: 1Gi, storageClass: «sealed|fast»}}
        """,
        settings: { $0.audit.encryptedStorageClasses = ["sealed"] }
      ),
    ],
    check: .object(["PersistentVolumeClaim", "StatefulSet", "Cluster"]) { object, context, report in
      guard !context.settings.audit.encryptedStorageClasses.isEmpty else { return }
      let shown = context.objects.ofKind("StorageClass").filter {
        $0.root["parameters"]["encrypted"].text == "true"
      }
      let known = context.settings.audit.encryptedStorageClasses.union(shown.map(\.name))
      let names =
        object.group == DatabaseCluster.group
        ? [object.spec["storage"]["storageClass"], object.spec["walStorage"]["storageClass"]]
        : object.claimSpecs.map { $0["storageClassName"] }
      for name in names {
        guard let text = name.written, !known.contains(text) else { continue }
        report.flag(name, "is \(name.shown), which is not known to encrypt", of: object)
      }
    }
  )
}
