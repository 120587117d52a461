package import Diagnostics
internal import Kubernetes

/// Checks of what only services have.
extension Resolver {
  func checkService(
    _ spec: ServiceSpec,
    maximum: Spanned<Int>,
    owner: String,
    reporting findings: inout Findings
  ) {
    for probe in [spec.probes.startup, spec.probes.readiness, spec.probes.liveness].compactMap({ $0 }) {
      check(probe, of: spec.container, owner: owner, reporting: &findings)
    }
    if let expose = spec.expose {
      checkPort(expose.port, of: spec.container, owner: owner, reporting: &findings)
    }
    let rollout = spec.rollout
    if rollout.strategy.value == .rolling && rollout.maxSurge.value.isZero
      && rollout.maxUnavailable.value.isZero
    {
      findings.report(.stuckRollout(rollout, owner))
    }
    checkScaling(spec.autoscaling, owner: owner, reporting: &findings)
    checkCapabilities(of: spec, reporting: &findings)
    if let expose = spec.expose { checkExposure(expose, of: spec, owner: owner, reporting: &findings) }
    if let traffic = spec.traffic { checkTraffic(traffic, of: spec, owner: owner, reporting: &findings) }
  }

  func check(
    _ probe: Probe,
    of container: ContainerSpec,
    owner: String,
    reporting findings: inout Findings
  ) {
    let ways = [
      probe.http.map { ("http", $0.port.origin) }, probe.tcp.map { ("tcp", $0.port.origin) },
      probe.grpc.map { ("grpc", $0.port.origin) }, probe.command.first.map { ("command", $0.origin) },
    ].compactMap { $0 }
    if ways.count != 1 {
      let place = ways.last?.1 ?? probe.period?.origin ?? .none
      findings.report(.ambiguousProbe(ways.map(\.0), place, owner))
    }
    checkProbeTime(probe, owner: owner, reporting: &findings)
    for port in [probe.http?.port, probe.tcp?.port, probe.grpc?.port].compactMap({ $0 }) {
      checkPort(port, of: container, owner: owner, reporting: &findings)
    }
  }

  /// The bounds are those of the HorizontalPodAutoscaler API (autoscaling/v2 validation).
  private func checkScaling(
    _ autoscaling: Autoscaling,
    owner: String,
    reporting findings: inout Findings
  ) {
    for pace in [autoscaling.scaleUp, autoscaling.scaleDown] {
      if pace.stabilization.value.seconds > 3600 {
        findings.report(.longPace(pace.stabilization, "1h", owner))
      }
      if pace.period.value.seconds > 1800 || pace.period.value.seconds == 0 {
        findings.report(.longPace(pace.period, "30m", owner))
      }
    }
    let drivesBoth = autoscaling.cpu != nil && autoscaling.memory != nil
    if [.initial, .inPlace].contains(autoscaling.vertical.value) && drivesBoth {
      findings.report(.fightingScalers(autoscaling, owner))
    }
  }
}

// MARK: - Messages

extension Code {
  package static let ambiguousProbe = Code("SPAI1323", "ambiguous-probe")
  package static let stuckRollout = Code("SPAI1324", "stuck-rollout")
  package static let longPace = Code("SPAI1325", "long-pace")
  package static let fightingScalers = Code("SPAI1326", "fighting-scalers")
}

extension Diagnostic {
  fileprivate static func ambiguousProbe(_ ways: [String], _ place: Origin, _ owner: String) -> Self {
    let asked = ways.isEmpty ? "in no way" : "in \(ways.count) ways: \(ways.joined(separator: ", "))"
    return Diagnostic(
      .ambiguousProbe,
      .error,
      "a probe of \(owner) asks \(asked)",
      at: place.span.map { Label($0, "exactly one of http, tcp, grpc and command") },
      help: "Set the inherited way to 'null' when you choose another."
    )
  }

  fileprivate static func stuckRollout(_ rollout: Rollout, _ owner: String) -> Self {
    Diagnostic(
      .stuckRollout,
      .error,
      "a rollout of \(owner) could never start: surge and unavailable are both 0",
      at: rollout.maxSurge.origin.span.map { Label($0, "no pod may come") },
      related: rollout.maxUnavailable.origin.span.map { [Label($0, "no pod may go")] } ?? [],
      help: "Raise one of them."
    )
  }

  fileprivate static func longPace(_ time: Spanned<TimeSpan>, _ most: String, _ owner: String) -> Self {
    Diagnostic(
      .longPace,
      .error,
      "a scaling time of \(owner) is \(time.value)",
      at: time.origin.span.map { Label($0, "the autoscaler takes more than 0s and at most \(most)") },
      help: "Use at most \(most)."
    )
  }

  fileprivate static func fightingScalers(_ autoscaling: Autoscaling, _ owner: String) -> Self {
    Diagnostic(
      .fightingScalers,
      .error,
      "vertical scaling of \(owner) has nothing to manage: cpu and memory drive the number of pods",
      at: autoscaling.vertical.origin.span.map { Label($0, "has nothing left to manage") },
      related: [autoscaling.cpu?.origin.span, autoscaling.memory?.origin.span].compactMap {
        $0.map { Label($0, "drives the number of pods") }
      },
      help: "Set 'vertical: recommend', or set 'cpu' or 'memory' of 'autoscaling' to null."
    )
  }
}
