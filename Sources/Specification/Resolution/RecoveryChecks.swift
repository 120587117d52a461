package import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

extension Repository {
  /// What of backups can be told without any tenant.
  func checkBackups(reporting findings: inout Findings) {
    if let image = platform.backups.rehearsalImage {
      _ = platform.registries.find(image.registry, kind: "registry of the platform", reporting: &findings)
    }
  }
}

extension Resolver {
  /// How the unit is backed up; nil where nothing may be lost by nobody's word, or where no Velero makes backups.
  ///
  /// A promise that nothing keeps is an error, at the line of the promise.
  func recovery(
    _ declared: TenantEnvironment,
    _ jobs: [Job],
    reporting findings: inout Findings
  ) -> RecoveryPlan? {
    var redundant: [Redundancy] = []
    let base = merge(tier.recovery.node, environment.recovery.node, redundant: &redundant)
    let owner = "recovery of tenant '\(tenant.name)'"
    guard
      let recovery: Recovery = decodeLayers(
        base,
        [tenant.facts.recovery.node, declared.recovery.node],
        locked: [],
        origin: tenant.header.origin,
        owner: owner,
        reporting: &findings
      ), let rpo = recovery.rpo
    else { return nil }
    if let name = recovery.job { checkJob(name, jobs, rpo, reporting: &findings) }
    guard let velero = platform.capabilities.velero else {
      reportFallback(recovery, rpo, reporting: &findings)
      return nil
    }
    if platform.capabilities.volumeSnapshots == nil,
      platform.catalogue.storageClasses.items.contains(where: { $0.value.snapshotDriver != nil })
    {
      reportMissing(
        "volumeSnapshots",
        "'snapshotDriver' is not used: volumes are backed up file by file",
        reporting: &findings
      )
    }
    guard let schedule = schedule(recovery, rpo, reporting: &findings) else { return nil }
    return RecoveryPlan(
      velero: velero,
      rpo: rpo,
      rto: recovery.rto,
      schedule: schedule,
      retention: retention(recovery, reporting: &findings),
      rehearsal: recovery.rehearsal.flatMap { rehearsal($0, reporting: &findings) }
    )
  }

  /// A run that is not finished is no backup: what may be lost is the time between two starts and the time of a run.
  private func checkJob(
    _ name: Spanned<String>,
    _ jobs: [Job],
    _ rpo: Spanned<TimeSpan>,
    reporting findings: inout Findings
  ) {
    guard let job = jobs.first(where: { $0.name == name.value }), job.spec.run.value == .scheduled,
      let schedule = job.spec.schedule
    else {
      if !jobsAreIncomplete { findings.report(.noBackupJob(name, jobs, in: environment)) }
      return
    }
    let clock = schedule.timeZone.value == "Etc/UTC" ? 0 : 60
    let time = job.spec.expectedRunTime?.maximum
    let lost = longestCronGap(schedule.cron.value).map {
      TimeSpan(seconds: ($0 + clock) * 60 + (time?.value.seconds ?? 0))
    }
    let what = "job '\(name.value)'"
    if schedule.suspended.value {
      findings.report(.unmetRPO(rpo, by: what, lost: nil, (schedule.suspended.origin, "no run starts")))
    } else if lost.map({ $0.seconds > rpo.value.seconds }) ?? true {
      let start = (schedule.cron.origin, "when runs start")
      findings.report(.unmetRPO(rpo, by: what, lost: lost, start, duration: time?.origin))
    }
  }

  /// Whether some job of the tenant has errors, so that one that is missing may be there.
  private var jobsAreIncomplete: Bool { repository.brokenWorkloads[tenant.name]?.isEmpty == false }

  private func reportFallback(
    _ recovery: Recovery,
    _ rpo: Spanned<TimeSpan>,
    reporting findings: inout Findings
  ) {
    guard recovery.job != nil else {
      findings.report(.rpoWithoutBackup(rpo, tenant, platform))
      return
    }
    reportMissing(
      "velero",
      "'recovery' holds for what its 'job' backs up; other volumes are lost with their disks",
      reporting: &findings
    )
    if recovery.rehearsal != nil {
      reportMissing(
        "velero",
        "'recovery.rehearsal' is left out: restores are not tried",
        reporting: &findings
      )
    }
  }

  private func schedule(
    _ recovery: Recovery,
    _ rpo: Spanned<TimeSpan>,
    reporting findings: inout Findings
  ) -> Spanned<String>? {
    let duration = platform.backups.duration
    guard let written = recovery.schedule else {
      let name = "\(tenant.name) \(environment.name)"
      let usual = usualSchedule(startingEvery: (rpo.value.seconds - duration.value.seconds) / 60, of: name)
      guard let usual else {
        findings.report(.unmetRPO(rpo, by: "any schedule", lost: nil, nil, duration: duration.origin))
        return nil
      }
      return Spanned(usual, origin: Origin(span: rpo.origin.span, derivation: .backupSchedule))
    }
    let lost = longestCronGap(written.value).map {
      TimeSpan(seconds: $0 * 60 + duration.value.seconds)
    }
    if lost.map({ $0.seconds > rpo.value.seconds }) ?? true {
      let start = (written.origin, "when backups start")
      findings.report(.unmetRPO(rpo, by: "the schedule", lost: lost, start, duration: duration.origin))
    }
    return written
  }

  /// What nobody of the tenant wrote gives way to its data classes; the tenant's own word is held to them.
  private func retention(_ recovery: Recovery, reporting findings: inout Findings) -> Spanned<TimeSpan> {
    let classes = tenant.facts.dataClasses.compactMap { name in
      platform.catalogue.dataClasses[name.value]?.retention.map { (name, $0) }
    }
    let longest = classes.max { $0.1.value.seconds < $1.1.value.seconds }
    let wanted = recovery.retention ?? platform.backups.retention
    guard let (name, least) = longest, least.value.seconds > wanted.value.seconds else { return wanted }
    if repository.isTenants(wanted.origin) {
      findings.report(.shortRetention(wanted, least, name, tenant))
    }
    return least
  }

  private func rehearsal(
    _ schedule: Spanned<String>,
    reporting findings: inout Findings
  ) -> RecoveryPlan.Rehearsal? {
    guard let image = platform.backups.rehearsalImage else {
      findings.report(.noRehearsalImage(schedule, platform))
      return nil
    }
    guard let registry = platform.registries[image.registry.value] else { return nil }
    return RecoveryPlan.Rehearsal(
      schedule: schedule,
      image: reference((image, registry)),
      pullSecret: registry.pullSecret
    )
  }
}

// MARK: - Messages

extension Code {
  package static let rpoWithoutBackup = Code("SPAI1415", "rpo-without-backup")
  package static let unmetRPO = Code("SPAI1391", "unmet-rpo")
  package static let noBackupJob = Code("SPAI1392", "no-backup-job")
  package static let shortRetention = Code("SPAI1393", "short-retention")
  package static let noRehearsalImage = Code("SPAI1394", "no-rehearsal-image")
}

extension Diagnostic {
  fileprivate static func rpoWithoutBackup(
    _ rpo: Spanned<TimeSpan>,
    _ tenant: Tenant,
    _ platform: Platform
  ) -> Self {
    Diagnostic(
      .rpoWithoutBackup,
      .error,
      "'recovery.rpo' of tenant '\(tenant.name)' needs capability 'velero'",
      at: rpo.origin.span.map { Label($0, "nothing makes backups") },
      related: [
        platform.header.origin.span.map { Label($0, "this platform does not have it") },
        tenant.header.origin.span.map { Label($0, "the tenant") },
      ].compactMap { $0 },
      help: "Name a scheduled job that makes backups in 'recovery.job', or add the capability."
    )
  }

  fileprivate static func unmetRPO(
    _ rpo: Spanned<TimeSpan>,
    by what: String,
    lost: TimeSpan?,
    _ schedule: (origin: Origin, what: String)?,
    duration: Origin? = nil
  ) -> Self {
    Diagnostic(
      .unmetRPO,
      .error,
      "an RPO of \(rpo.value) is not met by \(what)",
      at: rpo.origin.span.map { span in
        Label(span, lost.map { "up to \($0) may be lost" } ?? "all may be lost, or nothing is often enough")
      },
      related: [
        schedule.flatMap { place in place.origin.span.map { Label($0, place.what) } },
        duration?.span.map { Label($0, "how long one may take") },
      ].compactMap { $0 },
      help:
        "Back up more often or faster, or promise less: the time between two starts and that of one backup count."
    )
  }

  fileprivate static func noBackupJob(
    _ name: Spanned<String>,
    _ jobs: [Job],
    in environment: Environment
  ) -> Self {
    let scheduled = jobs.filter { $0.spec.run.value == .scheduled }.map(\.name)
    return Diagnostic(
      .noBackupJob,
      .error,
      "'\(name.value)' is no scheduled job of the tenant in '\(environment.name)'",
      at: name.origin.span.map { Label($0, "is to make backups") },
      help: didYouMean(name.value, among: scheduled)
        ?? (scheduled.isEmpty ? "There is none." : "There are: \(scheduled.joined(separator: ", ")).")
    )
  }

  fileprivate static func shortRetention(
    _ wanted: Spanned<TimeSpan>,
    _ least: Spanned<TimeSpan>,
    _ dataClass: Spanned<String>,
    _ tenant: Tenant
  ) -> Self {
    Diagnostic(
      .shortRetention,
      .error,
      "backups of tenant '\(tenant.name)' are kept for \(wanted.value), but '\(dataClass.value)' needs \(least.value)",
      at: wanted.origin.span.map { Label($0, "too short") },
      related: [
        least.origin.span.map { Label($0, "what the data class needs") },
        dataClass.origin.span.map { Label($0, "the tenant has such data") },
      ].compactMap { $0 },
      help: "Raise 'recovery.retention', or remove it."
    )
  }

  fileprivate static func noRehearsalImage(_ schedule: Spanned<String>, _ platform: Platform) -> Self {
    Diagnostic(
      .noRehearsalImage,
      .error,
      "'recovery.rehearsal' needs 'backups.rehearsalImage' of the Platform",
      at: schedule.origin.span.map { Label($0, "nothing could rehearse") },
      related: platform.header.origin.span.map { [Label($0, "declares none")] } ?? [],
      help: "Declare an image with 'sh' and 'kubectl', or remove 'rehearsal'."
    )
  }
}
