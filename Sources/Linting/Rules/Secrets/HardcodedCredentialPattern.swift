internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses texts of the shape of a credential, wherever they stand.
  static let hardcodedCredentialPattern = LintRule(
    "SPAI2604",
    "hardcoded-credential-pattern",
    .secrets,
    .error,
    rationale:
      "Keys and tokens of the large providers have shapes of their own, and those who look for them in repositories know them too.",
    remediation:
      "Take it back at whoever issued it, and refer to the new one in a secret store.",
    aliases: [
      .datree: [
        "ALL_EXPOSED_SECRET_BITBUCKET", "ALL_EXPOSED_SECRET_DATADOG", "ALL_EXPOSED_SECRET_GCP",
        "ALL_EXPOSED_SECRET_AWS", "ALL_EXPOSED_SECRET_GITHUB", "ALL_EXPOSED_SECRET_GITLAB",
        "ALL_EXPOSED_SECRET_TERRAFORM", "ALL_EXPOSED_SECRET_HEROKU", "ALL_EXPOSED_SECRET_JWT",
        "ALL_EXPOSED_SECRET_LAUNCHDARKLY", "ALL_EXPOSED_SECRET_NEWRELIC", "ALL_EXPOSED_SECRET_NPM",
        "ALL_EXPOSED_SECRET_OKTA", "ALL_EXPOSED_SECRET_STRIPE", "ALL_EXPOSED_SECRET_SUMOLOGIC",
        "ALL_EXPOSED_SECRET_TWILIO", "ALL_EXPOSED_SECRET_VAULT", "ALL_EXPOSED_SECRET_PRIVATEKEY",
      ]
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
              containers:
              - name: api
                args: ["--repo", "https://«git.example.com|bot:hunter2hunter2@git.example.com»/a.git"]
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: api}
        data:
          tls.pem: ↓|
            -----BEGIN «CERTIFICATE|PRIVATE KEY»-----
        """
      ),
    ],
    check: .object([]) { object, _, report in
      guard let node = object.root.node, hasCredential(node) else { return }
      for (field, sign) in credentials(in: object.root) {
        report.flag(field, "holds what looks like \(sign)", of: object)
      }
    }
  )
}
