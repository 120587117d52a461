internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of Secrets whose values stand in a manifest.
  static let secretNativeManager = LintRule(
    "SPAI2606",
    "secret-native-manager",
    .secrets,
    .warning,
    in: .strict,
    rationale:
      "The values are base64, which is no cipher: whoever reads the repository has them.",
    remediation:
      "Keep the values in a secret store, and let an ExternalSecret or a sealed one bring them.",
    aliases: [
      .kics: ["Using Kubernetes Native Secret Management"]
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: api}
        ↓stringData: {«|password: hunter2»}
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: api}
        ↓data: {«|password: aHVudGVyMg==»}
        """
      ),
    ],
    check: .object(["Secret"]) { secret, _, report in
      for values in [secret.root["data"], secret.root["stringData"]] where !values.isEmpty {
        report.flag(values, "holds its values", of: secret)
      }
    }
  )
}
