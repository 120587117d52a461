internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods whose account does not exist.
  static let serviceAccountMissing = LintRule(
    "SPAI3005",
    "serviceaccount-missing",
    .references,
    .warning,
    rationale: "The API server refuses to make pods whose service account does not exist.",
    remediation: "Add the ServiceAccount, correct the name, or list it among what the platform provides.",
    aliases: [
      .kubeLinter: ["non-existent-service-account"],
      .kubescape: ["C-0307"],
      .popeye: ["POP-307", "POP-507"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: a, labels: {app: api}}
        spec:
          serviceAccountName: «api|apo»
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: api, namespace: a}
        """
      )
    ],
    check: .set(about: .referring(.serviceAccount)) { _, context, report in
      report.flagMissing(.serviceAccount, in: context)
    }
  )
}
