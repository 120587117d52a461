package import Diagnostics
internal import Kubernetes
internal import Linting
package import Specification
internal import Validation

/// What a build is asked to do.
package struct BuildOptions: Sendable {
  package enum Mode: Sendable {
    case write
    /// Compare only; every difference is a finding.
    case check
    /// Compare only; nothing is a finding.
    case list
  }

  package var mode = Mode.write
  package var environment: String?
  package var tenant: String?
  package var namespace: String?
  package var service: String?
  /// Only these, as found by ``reach(of:since:in:reporting:)``; all where nil.
  package var reached: Set<UnitID>?
  /// Only this part of them.
  package var shard: Shard?
  package var overrides = Overrides()
  package var verifies = false
  package var workers = 2
  package var apply = ApplyOptions()
  /// How objects are linted on the way; nil leaves that out.
  package var lint: LintPlan?
  /// What former builds found out; nil compiles everything.
  package var cache: BuildCache?
  /// Whether outcomes list every object, as reports do.
  package var listsObjects = false

  package init() {}

  /// What is known of a unit; nil where that is not asked for, or does not have all that is asked for.
  ///
  /// Nor is there anything to know of a tenant that is broken by another's files.
  fileprivate func memory(of id: UnitID, in workspace: Workspace) -> UnitMemory? {
    guard let cache, let tenant = id.tenant, service == nil, !verifies, !listsObjects,
      !workspace.repository.brokenTenants.contains(tenant)
    else { return nil }
    return cache.memory(of: id, tenant: tenant)
  }

  /// Whether every unit is wanted, whole.
  var isWhole: Bool {
    environment == nil && tenant == nil && namespace == nil && service == nil && reached == nil
  }
}

/// What a build did.
package struct BuildOutcome: Sendable {
  package let units: [UnitOutcome]
  /// What the lint says of units that take the same.
  package let collisions: LintResult
  package let diagnostics: [Diagnostic]
  /// What took time beside the units.
  package let laps: [Lap]
}

/// Compiles every wanted unit and brings its folder up to date, several units at a time.
///
/// A unit with errors fails alone: its output stays as it was. Nothing depends on the number of workers.
package func build(
  _ workspace: Workspace,
  in folder: Folder,
  options: BuildOptions
) async -> BuildOutcome {
  let wanted = workspace.units.filter { id in
    (options.environment == nil || options.environment == id.environment)
      && (options.tenant == nil || options.tenant == id.tenant)
      && (options.namespace == nil || options.namespace == workspace.namespace(of: id))
      && options.reached?.contains(id) ?? true
  }
  let shard = options.shard?.units(of: workspace)
  let results = await concurrentMap(wanted, workers: options.workers) { id in
    let isOwn = shard?.contains(id) ?? true
    let needsOutline = shard?.contains(UnitID(environment: id.environment, tenant: nil)) ?? false
    return isOwn
      ? buildUnit(id, workspace, folder, options)
      : needsOutline ? outlineUnit(id, workspace, folder, options) : UnitBuild(leavingOut: id)
  }
  var watch = Stopwatch()
  var findings = Findings()
  for result in results { findings.report(contentsOf: result.diagnostics) }
  var outcomes = results.filter { shard?.contains($0.outcome.id) ?? true }.map(\.outcome)
  var collisions = LintResult()
  for environment in Set(wanted.map(\.environment)).sorted()
  where shard?.contains(UnitID(environment: environment, tenant: nil)) ?? true {
    let units = results.filter { $0.outcome.id.environment == environment }
    collisions.add(options.lint?.lint(across: units.map(\.claims)) ?? LintResult())
    watch.lap(.collide)
    guard options.service == nil else { continue }
    outcomes.append(buildCluster(environment, units, workspace, folder, options, reporting: &findings))
    watch.lap(.cluster)
  }
  findings.report(contentsOf: collisions.diagnostics)
  checkBudgets(workspace, results, shard, options, reporting: &findings)
  let isWhole = options.isWhole && options.shard?.number ?? 1 == 1
  if isWhole, !workspace.hasUnknownGaps, findings.errorCount == 0 || options.mode == .check {
    handleAbandoned(workspace, folder, options, reporting: &findings)
  }
  if isWhole, options.mode == .write { options.cache?.tidy(workspace.units, in: folder) }
  return BuildOutcome(
    units: outcomes.sorted { $0.id < $1.id },
    collisions: collisions,
    diagnostics: findings.all.sortedAndUnique(),
    laps: watch.laps
  )
}

/// Holds tenants to their budgets in all environments together, where all of these are wanted and none failed; with
/// shards, the one with the first of them does.
private func checkBudgets(
  _ workspace: Workspace,
  _ units: [UnitBuild],
  _ shard: Set<UnitID>?,
  _ options: BuildOptions,
  reporting findings: inout Findings
) {
  let units = Dictionary(units.map { ($0.outcome.id, $0) }, uniquingKeysWith: { first, _ in first })
  for tenant in workspace.repository.tenants.all where tenant.facts.budget != nil {
    let ids = tenant.environments.names.map { UnitID(environment: $0, tenant: tenant.name) }
    guard let first = ids.first, shard?.contains(first) ?? true else { continue }
    let costs = ids.compactMap { id -> [WorkloadCost]? in
      guard let unit = units[id], !unit.outcome.isFailed else { return nil }
      return unit.costs ?? workspace.costs(of: id, overrides: options.overrides)
    }
    if costs.count == ids.count { checkBudget(of: tenant, costs.flatMap(\.self), reporting: &findings) }
  }
}

private struct UnitBuild: Sendable {
  var outcome: UnitOutcome
  var diagnostics: [Diagnostic] = []
  var clusterFiles: [PlannedFile] = []
  var claims: [StandingClaim] = []
  /// What the unit costs; nil where it was not compiled.
  var costs: [WorkloadCost]?
}

private func buildUnit(
  _ id: UnitID,
  _ workspace: Workspace,
  _ folder: Folder,
  _ options: BuildOptions
) -> UnitBuild {
  var watch = Stopwatch()
  let memory = options.memory(of: id, in: workspace)
  var miss: String?
  do throws(CacheMiss) {
    if let memory {
      return UnitBuild(try memory.recall(in: folder, keepsStamps: options.mode == .write), of: id, &watch)
    }
  } catch {
    miss = error.reason
    watch.lap(.recall)
  }
  var made = compileUnit(id, workspace, folder, options, memory, &watch)
  made.outcome.cacheMiss = miss
  made.outcome.laps = watch.laps
  return made
}

/// What the cluster-scoped objects of an environment, and the units of other shards, need to know of a unit that
/// another shard builds; its findings are told there.
private func outlineUnit(
  _ id: UnitID,
  _ workspace: Workspace,
  _ folder: Folder,
  _ options: BuildOptions
) -> UnitBuild {
  var watch = Stopwatch()
  if let record = try? options.memory(of: id, in: workspace)?.recall(in: folder, keepsStamps: false) {
    var known = UnitBuild(record, of: id, &watch)
    known.diagnostics = []
    return known
  }
  var findings = Findings()
  var made = UnitBuild(leavingOut: id)
  guard let outline = workspace.outline(id, overrides: options.overrides, reporting: &findings) else {
    made.outcome.isFailed = true
    return made
  }
  made.clusterFiles = outline.clusterFiles
  made.claims = options.lint?.claims(outline.objects.map { (APIObject($0.root), $0.owner) }) ?? []
  return made
}

/// Compiles a unit and brings its folder up to date.
private func compileUnit(
  _ id: UnitID,
  _ workspace: Workspace,
  _ folder: Folder,
  _ options: BuildOptions,
  _ memory: UnitMemory?,
  _ watch: inout Stopwatch
) -> UnitBuild {
  var findings = Findings()
  let compiled = workspace.compile(
    id,
    overrides: options.overrides,
    service: options.service,
    timing: &watch,
    reporting: &findings
  )
  var made = UnitBuild(outcome: UnitOutcome(id: id, files: nil, isFailed: true))
  guard let compiled else {
    made.diagnostics = findings.all
    return made
  }
  let before = findings.errorCount
  made.costs = compiled.costs
  made.outcome.isCompiled = true
  made.outcome.checked = options.listsObjects ? compiled.checked : nil
  made.outcome.lint =
    options.lint?.lint(compiled.owned) ?? LintResult()
  made.claims = options.lint?.claims(compiled.owned) ?? []
  findings.report(contentsOf: made.outcome.lint.diagnostics)
  watch.lap(.lint)
  guard findings.errorCount == before else {
    made.diagnostics = findings.all
    return made
  }
  let unit = PlannedUnit(
    id: id,
    source: compiled.source,
    files: compiled.files,
    isWhole: options.service == nil && !workspace.hasUnknownGaps
  )
  let (files, standing) = bringUpToDate(unit, workspace, folder, options, reporting: &findings)
  watch.lap(.write)
  made.outcome.files = files
  made.outcome.isFailed = findings.errorCount > before
  made.outcome.extensions = compiled.extensions
  made.clusterFiles = options.verifies ? compiled.clusterFiles : compiled.clusterFiles.map(\.withoutTree)
  made.diagnostics = findings.all
  if let memory, let standing, !made.outcome.isFailed {
    memory.keep(
      standing,
      findings: made.diagnostics,
      claims: made.claims,
      extensions: compiled.extensions,
      clusterFiles: made.clusterFiles,
      in: folder
    )
    watch.lap(.remember)
  }
  return made
}

/// The cluster-scoped objects of one environment: the platform's, and those of its tenants.
///
/// While any tenant is missing, what is there of it stays.
private func buildCluster(
  _ environment: String,
  _ units: [UnitBuild],
  _ workspace: Workspace,
  _ folder: Folder,
  _ options: BuildOptions,
  reporting findings: inout Findings
) -> UnitOutcome {
  let files = workspace.clusterFiles(of: environment) + units.flatMap(\.clusterFiles)
  let isWhole =
    options.tenant == nil && options.namespace == nil && options.reached == nil && !workspace.hasUnknownGaps
    && !units.contains { $0.outcome.isFailed }
  let id = UnitID(environment: environment, tenant: nil)
  var outcome = UnitOutcome(id: id, files: nil, isFailed: true)
  let memory = isWhole && !options.verifies ? options.cache?.memory(of: id, made: files) : nil
  do throws(CacheMiss) {
    if let record = try memory?.recall(in: folder, keepsStamps: options.mode == .write) {
      return UnitOutcome(record, of: id)
    }
  } catch {
    outcome.cacheMiss = error.reason
  }
  guard hasNoCollisions(files, unit: id, reporting: &findings) else { return outcome }
  let unit = PlannedUnit(
    id: id,
    source: nil,
    files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
    isWhole: isWhole
  )
  let before = findings.errorCount
  let (counts, standing) = bringUpToDate(unit, workspace, folder, options, reporting: &findings)
  outcome.files = counts
  outcome.isFailed = findings.errorCount > before
  if let standing, !outcome.isFailed { memory?.keep(standing, in: folder) }
  return outcome
}

/// Compares a unit with its folder, and writes what differs if that is what is asked for.
///
/// - Returns: How it differed, and how the folder stands now if nothing is there but the unit.
private func bringUpToDate(
  _ plan: PlannedUnit,
  _ workspace: Workspace,
  _ folder: Folder,
  _ options: BuildOptions,
  reporting findings: inout Findings
) -> (files: FileCounts?, standing: StandingOutput?) {
  let before = findings.errorCount
  var counts: FileCounts?
  do {
    let unit = try plan.indexed(for: workspace.repository.platform.delivery, in: folder)
    if options.verifies {
      for file in unit.files {
        if let problem = file.readBackProblem { findings.report(.misprinted(unit, file, problem)) }
      }
    }
    let found = try compare(unit, in: folder)
    counts = FileCounts(found, prunes: plan.isWhole && found.lockProblem == nil)
    switch options.mode {
    case .list: break
    case .check: findings.report(contentsOf: drift(unit, found))
    case .write:
      if findings.errorCount == before,
        permit(unit, found, options: options.apply, reporting: &findings)
      {
        let written = try apply(unit, found, in: folder)
        guard plan.isWhole, found.leavesOnlyOurs else { break }
        let stamps = found.stamps.merging(written) { _, new in new }
        return (counts, folder.standing(plan.id, found.nextLock, stamps))
      }
    }
  } catch {
    findings.report(error.diagnostic)
  }
  return (counts, nil)
}

extension UnitOutcome {
  /// What a former build found.
  fileprivate init(_ record: UnitRecord, of id: UnitID) {
    self.init(id: id, files: FileCounts(unchanged: record.standing.fileCount), isFailed: false)
    isCompiled = true
    isRecalled = true
    extensions = record.extensions
  }
}

extension UnitBuild {
  /// A unit that is another shard's.
  fileprivate init(leavingOut id: UnitID) {
    self.init(outcome: UnitOutcome(id: id, files: nil, isFailed: false))
  }

  fileprivate init(_ record: UnitRecord, of id: UnitID, _ watch: inout Stopwatch) {
    self.init(
      outcome: UnitOutcome(record, of: id),
      diagnostics: record.findings,
      clusterFiles: record.clusterFiles,
      claims: record.claims
    )
    watch.lap(.recall)
    outcome.laps = watch.laps
  }
}

// MARK: - Messages

extension Code {
  package static let misprinted = Code("SPAI1507", "misprinted")
}

extension Diagnostic {
  fileprivate static func misprinted(_ unit: PlannedUnit, _ file: PlannedFile, _ problem: String) -> Self {
    Diagnostic(
      .misprinted,
      .error,
      "'\(unit.id.path)/\(file.path)' reads back otherwise: \(problem)",
      at: nil,
      help: "This is a bug of spai-gen; the unit was not written."
    )
  }
}
