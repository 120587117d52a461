internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of probes that leave their times to the default.
  static let probeTuning = LintRule(
    "SPAI2307",
    "probe-tuning",
    .availability,
    .note,
    in: .all,
    rationale: """
      The default waits one second for an answer, three times: few processes were measured to keep to that.
      """,
    remediation: "Write 'periodSeconds', 'timeoutSeconds' and 'failureThreshold' as measured.",
    aliases: [
      .datree: [
        "CONTAINERS_INCORRECT_INITIALDELAYSECONDS_VALUE", "CONTAINERS_INCORRECT_PERIODSECONDS_VALUE",
        "CONTAINERS_INCORRECT_TIMEOUTSECONDS_VALUE", "CONTAINERS_INCORRECT_SUCCESSTHRESHOLD_VALUE",
        "CONTAINERS_INCORRECT_FAILURETHRESHOLD_VALUE",
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
                «|↓»livenessProbe:
                  grpc: {port: 8080}
                  periodSeconds: 10
                  failureThreshold: 3
                  «timeoutSeconds: 2|»
        """
      )
    ],
    check: .container { container, _, report in
      for probe in [container.probe("readinessProbe"), container.probe("livenessProbe")].compactMap({ $0 }) {
        let missing = ["periodSeconds", "timeoutSeconds", "failureThreshold"].filter {
          !probe.field[$0].isPresent
        }
        guard !missing.isEmpty else { continue }
        let names = missing.map { "'\($0)'" }.joined(separator: ", ")
        report.flag(probe.field, "leaves \(names) to the default", of: container.owner)
      }
    }
  )
}
