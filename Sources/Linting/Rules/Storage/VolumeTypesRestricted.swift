internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of volumes of kinds that the restricted standard leaves out.
  static let volumeTypesRestricted = LintRule(
    "SPAI2705",
    "volume-types-restricted",
    .storage,
    .warning,
    in: .strict,
    rationale: """
      Volumes that a pod defines in place name servers and credentials, and pass by the claims that an \
      administrator grants.
      """,
    remediation: "Use a PersistentVolumeClaim, a CSI or an ephemeral volume.",
    aliases: [
      .gatekeeper: ["volumes", "flexvolume-drivers"], .kyverno: ["restrict-volume-types"],
      .podSecurity: ["restrictedVolumes"], .trivy: ["KSV-0028"],
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
              volumes:
              - name: data
                «emptyDir: {}|↓nfs: {server: files, path: /}»
        """
      )
    ],
    check: .pod { pod, _, report in
      let known = [
        "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim",
        "projected", "secret",
      ]
      for volume in pod.volumes {
        for entry in volume.entries
        where !known.contains(entry.key) && entry.key != "name" && entry.key != "hostPath"
          && entry.value.isMap
        {
          report.flag(entry.value, "is a volume of a kind that is not allowed", of: pod.owner)
        }
      }
    }
  )
}
