internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of the old name of a field.
  static let saFieldDeprecated = LintRule(
    "SPAI2527",
    "sa-field-deprecated",
    .accessControl,
    .note,
    rationale:
      "The field 'serviceAccount' is the deprecated name of 'serviceAccountName'; tools and policies read the new one.",
    remediation: "Write 'serviceAccountName'.",
    aliases: [
      .kubeLinter: ["deprecated-service-account-field"],
      .kubeaudit: ["AutomountServiceAccountTokenDeprecated"],
      .kubescape: ["C-0294"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          «serviceAccountName|serviceAccount»: api
        """
      )
    ],
    check: .pod { pod, _, report in
      let old = pod.spec["serviceAccount"]
      if !old.isEmpty, pod.spec["serviceAccountName"].isEmpty {
        report.flag(old, "is deprecated", of: pod.owner)
      }
    }
  )
}
