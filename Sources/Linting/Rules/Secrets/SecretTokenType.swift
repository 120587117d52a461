internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of tokens of service accounts that never end.
  static let secretTokenType = LintRule(
    "SPAI2605",
    "secret-token-type",
    .secrets,
    .warning,
    rationale:
      "A token in a Secret is valid until somebody deletes it; the tokens that a pod is given end within the hour.",
    remediation:
      "Mount a projected token, or ask for one with 'kubectl create token'.",
    aliases: [
      .kyverno: ["deny-secret-service-account-token-type", "check-serviceaccount-secrets"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: api}
        type: «Opaque|kubernetes.io/service-account-token»
        """
      )
    ],
    check: .object(["Secret"]) { secret, _, report in
      let type = secret.root["type"]
      guard type.text == "kubernetes.io/service-account-token" else { return }
      report.flag(type, "makes a token without an end", of: secret)
    }
  )
}
