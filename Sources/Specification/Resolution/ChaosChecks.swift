package import Diagnostics
internal import Kubernetes

/// Checks that experiments stay within what the service promises to survive.
extension Resolver {
  func checkChaos(_ services: [Service], reporting findings: inout Findings) {
    var runs = false
    for service in services where !service.spec.chaos.isEmpty {
      let owner = "service '\(service.name)'"
      for item in service.spec.chaos.items where isAllowed(item, owner: owner, reporting: &findings) {
        runs = true
        check(item, of: service, owner: owner, reporting: &findings)
      }
      checkOverlaps(service.spec.chaos.items, owner: owner, reporting: &findings)
    }
    if runs, platform.capabilities.chaosMesh == nil {
      reportMissing("chaosMesh", "'chaos' is left out: no experiment runs", reporting: &findings)
    }
  }

  private func isAllowed(
    _ item: Keyed<Experiment>.Item,
    owner: String,
    reporting findings: inout Findings
  ) -> Bool {
    let rules = [
      (environment.chaos, environment.header, "environment"), (tier.chaos, tier.header, "tier"),
    ]
    for (allows, header, kind) in rules where !allows.value {
      let rule = allows.origin.span == nil ? header.origin : allows.origin
      findings.report(.forbiddenChaos(item, owner, by: "\(kind) '\(header.name)'", rule))
      return false
    }
    return true
  }

  private func check(
    _ item: Keyed<Experiment>.Item,
    of service: Service,
    owner: String,
    reporting findings: inout Findings
  ) {
    let experiment = item.value
    let faults = [
      experiment.kill.map { _ in "kill" }, experiment.fail.map { _ in "fail" },
      experiment.network.map { _ in "network" }, experiment.stress.map { _ in "stress" },
    ].compactMap { $0 }
    if let problem = experiment.problem(faults) {
      findings.report(.ambiguousExperiment(item, problem, owner))
    }
    let rest = service.minimum.value - 1
    // A disruption budget lets one pod go, and there is none for a service of one.
    let bound = experiment.takesPods ? min(disruptionBudget, rest) : rest
    if experiment.pods.value > bound {
      findings.report(.blastRadius(item, bound, service.minimum, owner))
    }
    if let duration = experiment.duration, duration.value.seconds > longestExperiment {
      findings.report(.longExperiment(item, duration, owner))
    }
    if let to = experiment.network?.to, service.spec.pod.calls.item(to.value) == nil {
      findings.report(.undeclared("call of \(owner)", to, among: service.spec.pod.calls.names))
    }
  }

  /// Two experiments at one time would take more than either may.
  private func checkOverlaps(
    _ items: [Keyed<Experiment>.Item],
    owner: String,
    reporting findings: inout Findings
  ) {
    for (index, item) in items.enumerated() {
      let minutes = busyMinutes(item.value)
      for other in items[..<index] where !minutes.isDisjoint(with: busyMinutes(other.value)) {
        findings.report(.overlappingExperiments(other, item, owner))
      }
      guard let pause = shortestPause(of: item.value.cron.value) else { continue }
      if pause * 60 < (item.value.duration?.value.seconds ?? 0) + recoveryTime * 60 {
        findings.report(.overlappingExperiments(item, item, owner))
      }
    }
  }

  /// The minutes of the week in which pods are hit, or recover.
  private func busyMinutes(_ experiment: Experiment) -> Set<Int> {
    let length = ((experiment.duration?.value.seconds ?? 0) + 59) / 60 + recoveryTime
    var minutes: Set<Int> = []
    for start in cronStarts(experiment.cron.value) ?? [] {
      for minute in start..<(start + length) { minutes.insert(minute % 10_080) }
    }
    return minutes
  }
}

extension Experiment {
  /// What is wrong with its faults, in a few words; nil where they are one.
  fileprivate func problem(_ faults: [String]) -> String? {
    if faults.isEmpty { return "makes no fault" }
    if faults.count > 1 { return "makes several faults: \(faults.joined(separator: ", "))" }
    if let stress { return stress.cpu == nil && stress.memory == nil ? "takes nothing" : nil }
    guard let network, network.delay == nil else { return nil }
    if network.jitter != nil { return "has a jitter, but no delay" }
    return network.loss == nil ? "changes nothing about packets" : nil
  }
}

/// The shortest time, in minutes, between two starts of a schedule.
private func shortestPause(of cron: String) -> Int? {
  guard let starts = cronStarts(cron), let first = starts.first else { return longestCronGap(cron) }
  return zip(starts, starts.dropFirst() + [first + 10_080]).map { $1 - $0 }.min()
}

/// What each PodDisruptionBudget lets go.
private let disruptionBudget = 1

/// The seconds that an experiment may last.
private let longestExperiment = 1800

/// The minutes that a service has to become well again before it is hit the next time.
private let recoveryTime = 10

// MARK: - Messages

extension Code {
  package static let forbiddenChaos = Code("SPAI1416", "forbidden-chaos")
  package static let ambiguousExperiment = Code("SPAI1417", "ambiguous-experiment")
  package static let blastRadius = Code("SPAI1418", "blast-radius")
  package static let overlappingExperiments = Code("SPAI1419", "overlapping-experiments")
}

extension Diagnostic {
  fileprivate static func forbiddenChaos(
    _ item: Keyed<Experiment>.Item,
    _ owner: String,
    by whom: String,
    _ rule: Origin
  ) -> Self {
    Diagnostic(
      .forbiddenChaos,
      .error,
      "experiment '\(item.name)' of \(owner) is not allowed by \(whom)",
      at: item.origin.span.map { Label($0, "would run there") },
      related: rule.span.map { [Label($0, "does not say 'chaos: true'")] } ?? [],
      help: "Declare it under 'environments' of the service, for those that allow it."
    )
  }

  fileprivate static func ambiguousExperiment(
    _ item: Keyed<Experiment>.Item,
    _ problem: String,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .ambiguousExperiment,
      .error,
      "experiment '\(item.name)' of \(owner) \(problem)",
      at: item.origin.span.map { Label($0, "exactly one of kill, fail, network and stress") },
      help:
        "Make one experiment for each fault; 'network' needs 'delay' or 'loss', 'stress' needs 'cpu' or 'memory'."
    )
  }

  fileprivate static func blastRadius(
    _ item: Keyed<Experiment>.Item,
    _ bound: Int,
    _ minimum: Spanned<Int>,
    _ owner: String
  ) -> Self {
    let allowed = bound < 1 ? "none may be hit" : "at most \(bound) may be hit"
    let place = item.value.pods.origin.span ?? item.origin.span
    return Diagnostic(
      .blastRadius,
      .error,
      "experiment '\(item.name)' of \(owner) hits \(item.value.pods.value) of \(minimum.value) pods, but \(allowed)",
      at: place.map { Label($0, "too many") },
      related: minimum.origin.span.map { [Label($0, "the least of its pods")] } ?? [],
      help:
        "Hit fewer pods, or run more: a PodDisruptionBudget lets one go, and one pod at least stays unharmed."
    )
  }

  fileprivate static func longExperiment(
    _ item: Keyed<Experiment>.Item,
    _ duration: Spanned<TimeSpan>,
    _ owner: String
  ) -> Self {
    let most = TimeSpan(seconds: longestExperiment)
    return Diagnostic(
      .blastRadius,
      .error,
      "experiment '\(item.name)' of \(owner) lasts \(duration.value), but at most \(most) are allowed",
      at: duration.origin.span.map { Label($0, "too long") },
      help: "Shorten it: what does not show in half an hour is not tried by one experiment."
    )
  }

  fileprivate static func overlappingExperiments(
    _ first: Keyed<Experiment>.Item,
    _ second: Keyed<Experiment>.Item,
    _ owner: String
  ) -> Self {
    let isOne = first.name == second.name
    return Diagnostic(
      .overlappingExperiments,
      .error,
      isOne
        ? "experiment '\(first.name)' of \(owner) starts again before the service has recovered"
        : "experiments '\(first.name)' and '\(second.name)' of \(owner) may run at one time",
      at: second.value.cron.origin.span.map { Label($0, isOne ? "too often" : "too near to the other") },
      related: isOne ? [] : first.value.cron.origin.span.map { [Label($0, "the other")] } ?? [],
      help: "Leave \(recoveryTime) minutes between the end of one and the start of the next."
    )
  }
}
