package import Diagnostics
internal import Kubernetes

/// What no scheduler, kubelet or controller could ever do, although every single value is right.
extension Resolver {
  /// - Parameters:
  ///   - workload: The workload, its size known.
  ///   - pods: The most pods of it at one time, without a surge.
  ///   - surges: Whether a new pod starts while an old one still holds its volumes.
  ///   - ownsClaims: Whether each pod has claims of its own.
  ///   - owner: The workload, for messages.
  ///   - findings: Where problems go.
  func checkFeasibility(
    _ workload: Workload,
    pods: Spanned<Int>,
    surges: Bool,
    ownsClaims: Bool,
    owner: String,
    reporting findings: inout Findings
  ) {
    if !ownsClaims {
      for (name, claim) in workload.claims {
        checkSharing(claim, name, pods: pods, surges: surges, owner: owner, reporting: &findings)
      }
    }
    checkMemory(workload, owner: owner, reporting: &findings)
    checkScratch(workload, owner: owner, reporting: &findings)
    let zones = workload.pod.placement.zones
    if zones.value == .required, pods.value > 1, environmentZones.count == 1 {
      findings.report(.oneZone(zones, environmentZones[0], owner))
    }
  }

  /// A volume that one node (or pod) may mount cannot serve several.
  private func checkSharing(
    _ claim: VolumeClaim,
    _ name: String,
    pods: Spanned<Int>,
    surges: Bool,
    owner: String,
    reporting findings: inout Findings
  ) {
    guard let access = claim.access, [.readWriteOnce, .readWriteOncePod].contains(access.value) else {
      return
    }
    if pods.value > 1 {
      findings.report(.unsharedClaim(access, name, pods, owner))
    } else if surges {
      findings.report(.heldClaim(access, name, owner))
    }
  }

  /// Volumes in memory, shared memory and the heap all come out of one limit.
  private func checkMemory(_ workload: Workload, owner: String, reporting findings: inout Findings) {
    let limit = workload.size.memoryLimit
    var terms = workload.container.volumes.items.compactMap { item -> Term? in
      guard item.value.memory?.value == true, let size = item.value.size else { return nil }
      return Term(workload: item.name, origin: size.origin, count: 1, size: size.value)
    }
    if let shared = workload.gpu?.gpuClass.sharedMemory {
      terms.append(Term(workload: "/dev/shm", origin: shared.origin, count: 1, size: shared.value))
    }
    guard !terms.isEmpty else { return }
    if let (name, percent) = workload.container.runtime?.heap {
      let heap = limit.value.percent(percent.value, roundingTo: .mebi)
      terms.append(Term(workload: name, origin: percent.origin, count: 1, size: heap))
    }
    if terms.sum >= limit.value {
      findings.report(.tooLittleMemory(terms, limit, at: place(of: terms, in: workload), owner))
    }
  }

  /// The kubelet evicts a pod whose scratch volumes outgrow its ephemeral storage.
  private func checkScratch(_ workload: Workload, owner: String, reporting findings: inout Findings) {
    let limit = workload.size.ephemeralStorage
    let terms = workload.container.volumes.items.compactMap { item -> Term? in
      guard item.value.claim == nil, item.value.memory?.value != true, let size = item.value.size else {
        return nil
      }
      return Term(workload: item.name, origin: size.origin, count: 1, size: size.value)
    }
    if terms.sum > limit.value {
      findings.report(.tooLittleScratch(terms, limit, at: place(of: terms, in: workload), owner))
    }
  }

  /// Where the tenant can mend a sum: at the term that it wrote, else at the workload.
  private func place(of terms: [Term], in workload: Workload) -> Origin {
    terms.last { repository.isTenants($0.origin) }?.origin ?? workload.origin
  }

  /// A rollout has to outlast the start of a pod.
  func checkRolloutTime(
    _ spec: ServiceSpec,
    origin: Origin,
    owner: String,
    reporting findings: inout Findings
  ) {
    guard !spec.stateful.value else { return }
    let deadline = spec.rollout.deadline
    let ready = spec.rollout.minReady.value.seconds
    var start = ready
    if let startup = spec.probes.startup {
      // The API's own defaults: every 10 seconds, 3 failures.
      start += (startup.period?.value.seconds ?? 10) * (startup.failures?.value ?? 3)
    }
    if start >= deadline.value.seconds {
      let asked = [deadline.origin, spec.probes.startup?.failures?.origin, spec.rollout.minReady.origin]
      let place = asked.compactMap { $0 }.first { repository.isTenants($0) } ?? origin
      findings.report(.hastyRollout(spec, seconds: start, at: place, owner))
    }
  }

  /// A probe that may take longer than its period asks again before it has an answer.
  func checkProbeTime(_ probe: Probe, owner: String, reporting findings: inout Findings) {
    guard let timeout = probe.timeout, let period = probe.period,
      timeout.value.seconds > period.value.seconds
    else { return }
    findings.report(.slowProbe(timeout, period, owner))
  }

  /// Runs that last longer than the time between them are skipped, cut off, or pile up.
  func checkRunTimes(_ spec: JobSpec, owner: String, reporting findings: inout Findings) {
    guard spec.run.value == .scheduled, let schedule = spec.schedule, let time = spec.expectedRunTime,
      let starts = cronStarts(schedule.cron.value), !starts.isEmpty
    else { return }
    let sorted = starts.sorted()
    let gaps = zip(sorted, sorted.dropFirst() + [sorted[0] + RunWindow.week]).map { $1 - $0 }
    let gap = (gaps.min() ?? RunWindow.week) * 60
    if time.maximum.value.seconds > gap {
      findings.report(.overlappingRuns(schedule, time, gapMinutes: gap / 60, owner))
    }
  }
}

extension Runtime {
  /// The share of the memory limit that the runtime takes for its heap.
  fileprivate var heap: (name: String, percent: Spanned<Int>)? {
    jvm.map { ("the Java heap", $0.heapPercent) } ?? go.map { ("the Go heap", $0.memoryPercent) }
      ?? node.map { ("the Node.js heap", $0.heapPercent) }
  }
}

// MARK: - Messages

extension Code {
  package static let unsharedClaim = Code("SPAI1403", "unshared-claim")
  package static let tooLittleMemory = Code("SPAI1404", "too-little-memory")
  package static let tooLittleScratch = Code("SPAI1405", "too-little-scratch")
  package static let overlappingRuns = Code("SPAI1406", "overlapping-runs")
  package static let hastyRollout = Code("SPAI1407", "hasty-rollout")
  package static let oneZone = Code("SPAI1408", "one-zone")
  package static let slowProbe = Code("SPAI1409", "slow-probe")
}

extension Diagnostic {
  fileprivate static func unsharedClaim(
    _ access: Spanned<AccessMode>,
    _ name: String,
    _ pods: Spanned<Int>,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .unsharedClaim,
      .error,
      "\(pods.value) pods of \(owner) share claim '\(name)', which is \(access.value.rawValue)",
      at: access.origin.span.map { Label($0, "one node at a time") },
      related: pods.origin.span.map { [Label($0, "up to \(pods.value) pods")] } ?? [],
      help: "Use ReadWriteMany, make it stateful so that each pod has its own, or run a single pod."
    )
  }

  fileprivate static func heldClaim(_ access: Spanned<AccessMode>, _ name: String, _ owner: String) -> Self {
    Diagnostic(
      .unsharedClaim,
      .error,
      "a rollout of \(owner) would wait for ever: the old pod holds claim '\(name)', the new one needs it",
      at: access.origin.span.map { Label($0, "one node at a time") },
      help: "Set 'rollout.strategy: recreate', or use ReadWriteMany."
    )
  }

  fileprivate static func tooLittleMemory(
    _ terms: [Term],
    _ limit: Spanned<Quantity>,
    at place: Origin,
    _ owner: String
  ) -> Self {
    let sum = terms.map { "\($0.workload) \($0.size.canonical)" }.joined(separator: " + ")
    return Diagnostic(
      .tooLittleMemory,
      .error,
      "\(owner) leaves nothing of its memory limit of \(limit.value.text): \(sum) = \(terms.sum.canonical)",
      at: place.span.map { Label($0, "counts against the memory limit") },
      related: (limit.origin.span.map { [Label($0, "the limit")] } ?? [])
        + terms.filter { $0.origin != place }.labels,
      help: "Raise the memory limit, or lower one of the terms."
    )
  }

  fileprivate static func tooLittleScratch(
    _ terms: [Term],
    _ limit: Spanned<Quantity>,
    at place: Origin,
    _ owner: String
  ) -> Self {
    let sum = terms.map { "\($0.workload) \($0.size.text)" }.joined(separator: " + ")
    return Diagnostic(
      .tooLittleScratch,
      .error,
      "the scratch volumes of \(owner) may hold \(terms.sum.canonical), but its ephemeral storage is \(limit.value.text)",
      at: place.span.map { Label($0, "\(sum) = \(terms.sum.canonical)") },
      related: (limit.origin.span.map { [Label($0, "the limit; beyond it the pod is evicted")] } ?? [])
        + terms.filter { $0.origin != place }.labels,
      help: "Raise 'resources.ephemeralStorage', or lower a volume's 'size'."
    )
  }

  fileprivate static func overlappingRuns(
    _ schedule: JobSchedule,
    _ time: RunTime,
    gapMinutes: Int,
    _ owner: String
  ) -> Self {
    let fate =
      switch schedule.concurrency.value {
      case .forbid: "the next one is skipped"
      case .replace: "it is cut off"
      case .allow: "the runs pile up"
      }
    return Diagnostic(
      .overlappingRuns,
      schedule.concurrency.value == .allow ? .error : .warning,
      "a run of \(owner) may take \(time.maximum.value), but one starts every \(TimeSpan(seconds: gapMinutes * 60)): \(fate)",
      at: schedule.cron.origin.span.map { Label($0, "\(gapMinutes) minutes between two starts") },
      related: time.maximum.origin.span.map { [Label($0, "the most that a run takes")] } ?? [],
      help: "Run it less often, or make it shorter."
    )
  }

  fileprivate static func hastyRollout(
    _ spec: ServiceSpec,
    seconds: Int,
    at place: Origin,
    _ owner: String
  ) -> Self {
    let deadline = spec.rollout.deadline
    return Diagnostic(
      .hastyRollout,
      .error,
      "a pod of \(owner) may take \(TimeSpan(seconds: seconds)) to start, but its rollout fails after \(deadline.value)",
      at: place.span.map { Label($0, "never done in time") },
      related: [
        deadline.origin.span.map { Label($0, "the deadline") },
        spec.probes.startup?.failures?.origin.span.map { Label($0, "failures of the startup probe") },
        spec.rollout.minReady.origin.span.map {
          Label($0, "\(spec.rollout.minReady.value) more to count as ready")
        },
      ].compactMap { $0 },
      help: "Raise 'rollout.deadline', or shorten the startup probe or 'minReady'."
    )
  }

  fileprivate static func oneZone(
    _ zones: Spanned<Preference>,
    _ zone: Spanned<String>,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .oneZone,
      .error,
      "\(owner) must be spread over zones, but the platform has one",
      at: zones.origin.span.map { Label($0, "required") },
      related: zone.origin.span.map { [Label($0, "the only zone")] } ?? [],
      help: "Set 'placement.zones: preferred', or declare the platform's other zones."
    )
  }

  fileprivate static func slowProbe(
    _ timeout: Spanned<TimeSpan>,
    _ period: Spanned<TimeSpan>,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .slowProbe,
      .error,
      "a probe of \(owner) waits \(timeout.value) for an answer, but asks every \(period.value)",
      at: timeout.origin.span.map { Label($0, "longer than the period") },
      related: period.origin.span.map { [Label($0, "the period")] } ?? [],
      help: "Lower 'timeout', or raise 'period'."
    )
  }
}
