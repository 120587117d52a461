internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of stores of logs that forget too early.
  static let logRetentionShort = LintRule(
    "SPAI3524",
    "log-retention-short",
    .operations,
    .note,
    in: .all,
    rationale:
      "An intrusion is found months after it began; the logs of its first day have to be there.",
    remediation:
      "Keep logs for as many days as 'audit.logRetentionDays' says.",
    examples: [
      Example(
        """
        apiVersion: loki.grafana.com/v1
        kind: LokiStack
        metadata: {name: logs}
        spec:
          limits:
            global:
              retention:
                days: «400|30»
        """
      ),
      Example(
        """
        apiVersion: operator.victoriametrics.com/v1
        kind: VLSingle
        metadata: {name: logs}
        spec:
          retentionPeriod: «2y|14d»
        """
      ),
    ],
    check: .object(["LokiStack", "VLSingle"]) { store, context, report in
      let least = context.settings.audit.logRetentionDays
      let field =
        store.kind == "LokiStack"
        ? store.spec["limits"]["global"]["retention"]["days"] : store.spec["retentionPeriod"]
      let days = store.kind == "LokiStack" ? field.integer : field.textOrNumber.flatMap(retentionDays)
      if days ?? 0 < least { report.flag(field, "is \(field.shown), not \(least) days", of: store) }
    }
  )
}

/// The days of a time such as `14d`, `2y` or, for months, `3`.
private func retentionDays(_ text: String) -> Int? {
  let digits = text.prefix { $0.isNumber }, unit = text.dropFirst(digits.count)
  guard let count = Int(digits) else { return nil }
  let days: Int? =
    switch unit {
    case "": 31
    case "d": 1
    case "w": 7
    case "y": 365
    default: nil
    }
  return days.flatMap { count.multipliedReportingOverflow(by: $0).overflow ? nil : count * $0 }
}
