internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods that see files of their node.
  static let hostPathAny = LintRule(
    "SPAI2701",
    "hostpath-any",
    .storage,
    .warning,
    in: .strict,
    rationale:
      "Through a hostPath a container reads and writes what belongs to the node and to other pods there.",
    remediation: "Use an emptyDir, a claim or a projected volume instead.",
    aliases: [
      .datree: ["CONTAINERS_INCORRECT_KEY_HOSTPATH"], .gatekeeper: ["host-filesystem"],
      .kics: ["Non Kube System Pod With Host Mount"], .kubescape: ["C-0048", "C-0203"],
      .kyverno: ["disallow-host-path"], .podSecurity: ["hostPathVolumes"], .polaris: ["hostPathSet"],
      .trivy: ["KSV-0023"],
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
                «emptyDir: {}|↓hostPath: {path: /data}»
        """
      )
    ],
    check: .pod { pod, _, report in
      for volume in pod.volumes where volume["hostPath"].isPresent {
        // What is worse has a rule of its own.
        let path = volume["hostPath"]["path"].written ?? ""
        guard sensitiveFolder(path) == nil, !isRuntimeSocket(path) else { continue }
        report.flag(volume["hostPath"], "is a path of the node", of: pod.owner)
      }
    }
  )
}
