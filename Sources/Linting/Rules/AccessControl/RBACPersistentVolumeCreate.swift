internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of roles that make volumes.
  static let rbacPersistentVolumeCreate = LintRule(
    "SPAI2514",
    "rbac-persistentvolume-create",
    .accessControl,
    .warning,
    in: .strict,
    rationale: "A volume of the kind hostPath reads and writes the files of the node.",
    remediation: "Grant persistentvolumeclaims, and leave volumes to the storage class.",
    aliases: [
      .kubescape: ["C-0278"]
    ],
    examples: [
      Example(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: reader}
        rules:
        - apiGroups: [""]
          resources: [«persistentvolumeclaims|persistentvolumes»]
          verbs: [create]
        """
      )
    ],
    check: .grant(of: ["create"], on: ["persistentvolumes"], in: "")
  )
}
