internal import Diagnostics
package import Validation

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
      Example(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: acme
          annotations:
            spai.dev/log-retention: «400d|30d»
        """
      ),
    ],
    check: .object(["LokiStack", "Namespace", "VLSingle"]) { store, context, report in
      let least = context.settings.audit.logRetentionDays
      if store.kind == "Namespace", !store.saysLogRetention { return }
      let field =
        switch store.kind {
        case "LokiStack": store.spec["limits"]["global"]["retention"]["days"]
        case "Namespace": store.metadata["annotations"][logRetentionAnnotation]
        default: store.spec["retentionPeriod"]
        }
      let days = store.kind == "LokiStack" ? field.integer : field.textOrNumber.flatMap(retentionDays)
      if days ?? 0 < least { report.flag(field, "is \(field.shown), not \(least) days", of: store) }
    }
  )
}

/// Says how long the logs of a namespace's tenant are kept.
private let logRetentionAnnotation = "spai.dev/log-retention"

extension APIObject {
  /// Whether it is a namespace that says how long its logs are kept.
  package var saysLogRetention: Bool {
    kind == "Namespace" && root["metadata"]["annotations"][logRetentionAnnotation].isPresent
  }
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
