internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods that share the account of their namespace.
  static let saDefaultUsed = LintRule(
    "SPAI2524",
    "sa-default-used",
    .accessControl,
    .warning,
    in: .strict,
    rationale: "All pods without an account of their own share one: what one of them is granted, all have.",
    remediation: "Make a ServiceAccount for the workload, and name it in 'serviceAccountName'.",
    aliases: [
      .checkov: ["CKV_K8S_41"],
      .kics: ["Service Account Name Undefined Or Empty"],
      .kubeLinter: ["default-service-account"],
      .kubescape: ["C-0189"],
      .popeye: ["POP-300"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          serviceAccountName: «api|default»
        """
      )
    ],
    check: .pod { pod, _, report in
      let account = pod.spec["serviceAccountName"]
      guard pod.spec.isPresent, (pod.spec["serviceAccount"].written ?? "default") == "default" else { return }
      if account.isEmpty {
        report.flag(account, "is absent, which means 'default'", of: pod.owner)
      } else if account.text == "default" {
        report.flag(account, "is 'default'", of: pod.owner)
      }
    }
  )
}
