internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of probes that are still waiting when the next one is due.
  static let probeTimeoutAbovePeriod = LintRule(
    "SPAI2308",
    "probe-timeout-above-period",
    .availability,
    .warning,
    in: .strict,
    rationale: """
      A probe that waits longer than its period delays the next one: failures are seen later than they seem to \
      be.
      """,
    remediation: "Lower 'timeoutSeconds', or raise 'periodSeconds'.",
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
                livenessProbe:
                  grpc: {port: 8080}
                  periodSeconds: 5
                  timeoutSeconds: «5|6»
        """
      )
    ],
    check: .container { container, _, report in
      for probe in container.probes where probe.timeout > probe.period {
        let fault = "is \(probe.timeout), longer than the period of \(probe.period)"
        report.flag(probe.field["timeoutSeconds"], fault, of: container.owner)
      }
    }
  )
}
