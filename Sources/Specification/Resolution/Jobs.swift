package import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

/// A job as its tenant declares it, whichever way.
private struct DeclaredJob {
  let name: String
  let origin: Origin
  let category: Spanned<String>?
  let job: TenantJob
  /// Whether the template of the job's own name is meant where none is given.
  let impliesTemplate: Bool
  let isAdHoc: Bool
}

extension Resolver {
  /// Every enabled job of the tenant, sorted by name.
  mutating func jobs(reporting findings: inout Findings) -> [Job] {
    var declared = tenant.jobs.items.map {
      DeclaredJob(
        name: $0.name,
        origin: $0.origin,
        category: nil,
        job: $0.value,
        impliesTemplate: true,
        isAdHoc: false
      )
    }
    declared += (repository.batchJobs[tenant.name] ?? []).map {
      DeclaredJob(
        name: $0.header.name,
        origin: $0.header.origin,
        category: $0.category,
        job: $0.job,
        impliesTemplate: false,
        isAdHoc: $0.isAdHoc.value
      )
    }
    var jobs: [Job] = []
    for job in declared where claim(job.name, job.origin, reporting: &findings) {
      if let resolved = resolve(job, reporting: &findings) {
        jobs.append(resolved)
      }
    }
    return jobs.sorted { $0.name < $1.name }
  }

  private func resolve(_ declared: DeclaredJob, reporting findings: inout Findings) -> Job? {
    let owner = "job '\(declared.name)'"
    var template: JobTemplate?
    if let name = declared.job.template
      ?? (declared.impliesTemplate ? Spanned(declared.name, origin: declared.origin) : nil)
    {
      template = repository.jobTemplates.find(name, kind: "JobTemplate", reporting: &findings)
      // A tier that is too low breaks limits as well, which would be no news.
      guard let template,
        hasRank(template.about, name: name.value, owner: owner, at: name.origin, reporting: &findings)
      else { return nil }
    }
    checkEnvironments(declared.job.environments.items.map { ($0.name, $0.origin) }, reporting: &findings)
    let names = (template?.header.name, tier: tier.header.name, environment: environment.name)
    var base = bases.job(names.0, tier: names.tier, environment: names.environment)
    let layers = [
      tenant.defaults.jobs.node, declared.job.layer.node,
      declared.job.environments[environment.name]?.node ?? [:],
    ]
    let run = (layers.reversed() + [base]).lazy.compactMap { $0.mapping?["run"]?.scalar?.text }.first
    if run == RunMode.stream.rawValue {
      base = bases.stream(names.0, tier: names.tier, environment: names.environment)
    }
    guard
      let spec: JobSpec = decodeLayers(
        base,
        layers,
        locked: tier.locked,
        origin: declared.origin,
        owner: owner,
        reporting: &findings
      ),
      spec.pod.enabled.value
    else { return nil }
    guard let tierName = spec.resourceTier ?? platform.settings.resourceTier else {
      findings.report(.noResourceTier(declared.origin, owner))
      return nil
    }
    guard
      let resourceTier = repository.resourceTiers.find(
        tierName,
        kind: "ResourceTier",
        reporting: &findings
      )
    else { return nil }
    let size = jobSize(
      spec.container.resources,
      resourceTier,
      named: tierName,
      owner: owner,
      reporting: &findings
    )
    guard
      let workload = workload(
        declared.name,
        declared.origin,
        category: declared.category ?? template?.about.category,
        spec.container,
        spec.pod,
        size: size,
        owner: owner,
        fallbackPriority: platform.settings.priority,
        reporting: &findings
      )
    else { return nil }
    checkJob(spec, origin: declared.origin, owner: owner, reporting: &findings)
    checkModes(spec, origin: declared.origin, owner: owner, reporting: &findings)
    let parallel =
      spec.modes.distributed?.workers ?? (spec.run.value == .event ? spec.modes.scale?.maximum : nil)
    checkFeasibility(
      workload,
      pods: parallel ?? spec.parallelism,
      surges: false,
      ownsClaims: spec.run.value == .stream,
      owner: owner,
      reporting: &findings
    )
    checkRunTimes(spec, owner: owner, reporting: &findings)
    return Job(
      workload: workload,
      spec: spec,
      resourceTier: resourceTier.header.name,
      isAdHoc: declared.isAdHoc
    )
  }

  private func checkJob(
    _ spec: JobSpec,
    origin: Origin,
    owner: String,
    reporting findings: inout Findings
  ) {
    if let time = spec.expectedRunTime, time.minimum.value.seconds > time.maximum.value.seconds {
      findings.report(.reversedRunTime(time, owner))
    }
    if spec.run.value == .scheduled && spec.schedule == nil {
      findings.report(.noSchedule(spec.run, owner))
    }
    if spec.parallelism.value > spec.completions.value {
      findings.report(.idlePods(spec, owner))
    }
  }
}

extension Job {
  func with(_ edges: [Edge], oldName: String?) -> Job {
    Job(
      workload: workload.with(edges, oldName: oldName),
      spec: spec,
      resourceTier: resourceTier,
      isAdHoc: isAdHoc
    )
  }
}

// MARK: - Messages

extension Code {
  package static let noResourceTier = Code("SPAI1308", "no-resource-tier")
  package static let reversedRunTime = Code("SPAI1309", "reversed-run-time")
  package static let noSchedule = Code("SPAI1310", "no-schedule")
  package static let idlePods = Code("SPAI1311", "idle-pods")
}

extension Diagnostic {
  fileprivate static func noResourceTier(_ origin: Origin, _ owner: String) -> Self {
    Diagnostic(
      .noResourceTier,
      .error,
      "\(owner) has no resource tier",
      at: origin.span.map { Label($0, "its size is unknown") },
      help: "Set 'resourceTier', or 'settings.resourceTier' of the Platform."
    )
  }

  fileprivate static func reversedRunTime(_ time: RunTime, _ owner: String) -> Self {
    Diagnostic(
      .reversedRunTime,
      .error,
      "\(owner) takes at least \(time.minimum.value), but at most \(time.maximum.value)",
      at: time.minimum.origin.span.map { Label($0, "the least") },
      related: time.maximum.origin.span.map { [Label($0, "the most")] } ?? [],
      help: "Raise 'maximum' or lower 'minimum' of 'expectedRunTime'."
    )
  }

  fileprivate static func noSchedule(_ run: Spanned<RunMode>, _ owner: String) -> Self {
    Diagnostic(
      .noSchedule,
      .error,
      "\(owner) is scheduled, but has no schedule",
      at: run.origin.span.map { Label($0, "needs a schedule") },
      help: "Add 'schedule' with 'cron' and 'timeZone', or set 'run: batch'."
    )
  }

  fileprivate static func idlePods(_ spec: JobSpec, _ owner: String) -> Self {
    Diagnostic(
      .idlePods,
      .error,
      "\(owner) runs \(spec.parallelism.value) pods at once for \(spec.completions.value) completions",
      at: spec.parallelism.origin.span.map { Label($0, "more pods than there is work") },
      related: spec.completions.origin.span.map { [Label($0, "the completions")] } ?? [],
      help: "Lower 'parallelism', or raise 'completions'."
    )
  }
}
