internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The rule groups of a service: its objectives, how full it is, and whether it is there at all.
func ruleGroups(of service: Specification.Service, in unit: TenantUnit) -> [Node] {
  guard let objectives = service.spec.objectives else { return [] }
  let scope = RuleScope(unit: unit, workload: service.workload)
  let isMeasured = service.workload.pod.metrics != nil
  return [
    ruleGroup("\(scope.name)-slo", isMeasured ? requestRules(objectives, scope) : []),
    ruleGroup("\(scope.name)-saturation", saturationRules(objectives.saturation, scope)),
    ruleGroup(
      "\(scope.name)-presence",
      presenceRules(scope, isStateful: service.spec.stateful.value)
        + (isMeasured ? [metricsMissing(scope)] : [])
        + (service.spec.expose == nil ? [] : certificateRules(service, scope))
    ),
    businessRules(scope),
  ].compactMap { $0 }
}

/// Two windows of one alert: the long one says that it matters, the short one that it still goes on.
///
/// The pairs of the Site Reliability Workbook for a period of 30 days: 2 % of the budget in an hour, 5 % in six
/// hours, 10 % in a day and in three days.
private struct BurnRate {
  let long: String
  let short: String
  let factor: String
  let time: String
  let severity: AlertSeverity

  static let all = [
    BurnRate(long: "1h", short: "5m", factor: "14.4", time: "2m", severity: .critical),
    BurnRate(long: "6h", short: "30m", factor: "6", time: "15m", severity: .critical),
    BurnRate(long: "1d", short: "2h", factor: "3", time: "1h", severity: .warning),
    BurnRate(long: "3d", short: "6h", factor: "1", time: "3h", severity: .warning),
  ]
}

/// The windows of the error ratio: those of the burn rates.
let errorWindows = ["5m", "30m", "1h", "2h", "6h", "1d", "3d"]

private func requestRules(_ objectives: ServiceObjectives, _ scope: RuleScope) -> [Node] {
  var records: [Node] = []
  var alerts: [Node] = []
  if let requests = objectives.requests?.value, let errors = objectives.errors?.value {
    records.append(
      scope.record("slo:requests:rate5m", "sum(rate(\(requests.selecting(scope.exposed))[5m]))")
    )
    // Before the first error its series isn't there; that is no error, not no answer.
    records += errorWindows.map { window in
      scope.record(
        "slo:errors:ratio_rate\(window)",
        "(sum(rate(\(errors.selecting(scope.exposed))[\(window)])) or vector(0))"
          + " / sum(rate(\(requests.selecting(scope.exposed))[\(window)]))"
      )
    }
    if let availability = objectives.availability?.value, availability != Percent(parts: Percent.whole) {
      records.append(scope.record("slo:objective:availability", "vector(\(availability.fraction))"))
      alerts += BurnRate.all.map { burnAlert($0, availability, scope) }
    }
    if let rate = objectives.errorRate?.value {
      alerts.append(
        scope.alert(
          "ErrorRateAboveObjective",
          .warning,
          when: "slo:errors:ratio_rate1h{\(scope.recorded)} > \(rate.fraction)",
          for: "30m",
          "More than \(rate.text) % of requests fail",
          "{{ $value | humanizePercentage }} of the requests of the last hour failed."
        )
      )
    }
  }
  if let latency = objectives.latency, let duration = objectives.duration?.value {
    let quantile = latency.percentile.value
    let seconds = decimal(latency.milliseconds.value, digits: 3)
    records.append(
      scope.record(
        "slo:latency_seconds:quantile5m",
        "histogram_quantile(\(quantile.fraction), "
          + "sum by (le) (rate(\(duration.selecting(scope.exposed, suffix: "_bucket"))[5m])))",
        labels: [("quantile", Node(quantile.fraction))]
      )
    )
    alerts.append(
      scope.alert(
        "LatencyAboveObjective",
        .warning,
        when: "slo:latency_seconds:quantile5m{\(scope.recorded)} > \(seconds)",
        for: "10m",
        "Requests take longer than \(latency.milliseconds.value) ms",
        "\(quantile.text) % of requests take up to {{ $value | humanizeDuration }}."
      )
    )
  }
  return records + alerts
}

private func burnAlert(_ burn: BurnRate, _ availability: Percent, _ scope: RuleScope) -> Node {
  let threshold = "\(burn.factor) * \(availability.rest.fraction)"
  return scope.alert(
    "ErrorBudgetBurn",
    burn.severity,
    when: "slo:errors:ratio_rate\(burn.long){\(scope.recorded)} > \(threshold)"
      + " and slo:errors:ratio_rate\(burn.short){\(scope.recorded)} > \(threshold)",
    for: burn.time,
    window: burn.long,
    "The error budget burns \(burn.factor) times too fast",
    "{{ $value | humanizePercentage }} of the requests of the last \(burn.long) failed; "
      + "the objective is \(availability.text) % of success over 30 days."
  )
}

private func metricsMissing(_ scope: RuleScope) -> Node {
  scope.alert(
    "MetricsMissing",
    .warning,
    when: "absent(up{\(scope.exposed)} == 1)",
    for: "15m",
    "No pod can be asked for its metrics",
    "Without metrics, no other alert of this workload can be relied on."
  )
}

/// The certificate is the workload's own behind an Ingress, and the gateway's behind a gateway.
private func certificateRules(_ service: Specification.Service, _ scope: RuleScope) -> [Node] {
  let platform = scope.unit.platform
  guard platform.capabilities.certManager != nil else { return [] }
  let choice =
    platform.capabilities.gatewayAPI == nil
    ? "namespace=\"\(scope.namespace)\",name=\"\(service.name)-tls\""
    : "namespace=\"\(platform.network.gateway.namespace.value)\""
  let left = "min(certmanager_certificate_expiration_timestamp_seconds{\(choice)}) - time()"
  func alert(_ severity: AlertSeverity, _ days: Int) -> Node {
    scope.alert(
      "CertificateExpires",
      severity,
      when: "\(left) < \(days * 86400)",
      for: "1h",
      "The certificate expires in less than \(days) days",
      "It is still good for {{ $value | humanizeDuration }}; it should have been renewed by now."
    )
  }
  return [alert(.critical, 3), alert(.warning, 14)]
}
