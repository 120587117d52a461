internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of volumes that go, or stay, against what was said about their class.
  static let reclaimPolicy = LintRule(
    "SPAI2722",
    "reclaim-policy",
    .storage,
    .note,
    in: .all,
    rationale:
      "What has to be kept is lost with its claim; what has to go lies about for ever.",
    remediation:
      "Write the 'reclaimPolicy' that 'audit.reclaimPolicies' has for the class.",
    examples: [
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: records}
        reclaimPolicy: «Retain|Delete»
        """,
        settings: { $0.audit.reclaimPolicies = ["records": "Retain"] }
      ),
      Example(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: records-1}
        spec:
          storageClassName: records
          persistentVolumeReclaimPolicy: «Retain|Delete»
        """,
        settings: { $0.audit.reclaimPolicies = ["records": "Retain"] }
      ),
    ],
    check: .object(["PersistentVolume", "StorageClass"]) { object, context, report in
      let isClass = object.kind == "StorageClass"
      let name = isClass ? object.name : object.spec["storageClassName"].text ?? ""
      guard let wanted = context.settings.audit.reclaimPolicies[name] else { return }
      let policy = isClass ? object.root["reclaimPolicy"] : object.spec["persistentVolumeReclaimPolicy"]
      // Volumes that somebody made by hand stay unless it is said; those of a class go.
      if policy.text ?? (isClass ? "Delete" : "Retain") != wanted {
        report.flag(policy, "is \(policy.shown), not '\(wanted)'", of: object)
      }
    }
  )
}
