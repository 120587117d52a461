internal import Diagnostics
internal import Kubernetes
internal import Validation

extension LintRule {
  /// Tells of secrets that are read from their store once, or seldom.
  static let secretRefresh = LintRule(
    "SPAI2611",
    "secret-refresh",
    .secrets,
    .note,
    in: .all,
    rationale:
      "A password that was changed in the store because it leaked stays in use until it is read again.",
    remediation:
      "Write a 'refreshInterval' of a few hours, and no 'refreshPolicy' or 'Periodic'.",
    examples: [
      Example(
        """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: api}
        spec:
          refreshInterval: «1h|0s»
        """
      ),
      Example(
        """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: api}
        spec:
          refreshPolicy: «Periodic|CreatedOnce»
        """
      ),
    ],
    check: .object(["ClusterExternalSecret", "ExternalSecret"]) { secret, context, report in
      let spec = secret.kind == "ExternalSecret" ? secret.spec : secret.spec["externalSecretSpec"]
      let policy = spec["refreshPolicy"], interval = spec["refreshInterval"]
      if ["CreatedOnce", "OnChange"].contains(policy.text ?? "") {
        report.flag(policy, "is \(policy.shown): a new value in the store is not seen", of: secret)
      } else if let time = interval.textOrNumber.flatMap(goDurationNanoseconds) {
        let days = context.settings.audit.secretRefreshDays
        if time <= 0 {
          report.flag(interval, "is \(interval.shown): a new value in the store is not seen", of: secret)
        } else if time / 86_400_000_000_000 >= days {
          report.flag(interval, "is \(interval.shown), \(days) days or more", of: secret)
        }
      }
    }
  )
}
