internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Secrets that hold a user and a password.
  static let secretBasicAuth = LintRule(
    "SPAI2612",
    "secret-basic-auth",
    .secrets,
    .note,
    in: .all,
    rationale:
      "A password is sent with each request and seldom changed; a token or a certificate ends by itself.",
    remediation:
      "Use a token or a certificate for the service, or a client of its own.",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: api}
        type: «Opaque|kubernetes.io/basic-auth»
        """
      ),
      Example(
        """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: api}
        spec:
          target:
            template:
              type: «Opaque|kubernetes.io/basic-auth»
        """
      ),
    ],
    check: .object(["ExternalSecret", "Secret"]) { secret, _, report in
      let type = secret.kind == "Secret" ? secret.root["type"] : secret.spec["target"]["template"]["type"]
      if type.text == "kubernetes.io/basic-auth" {
        report.flag(type, "is that of a user and a password", of: secret)
      }
    }
  )
}
