package import Diagnostics
internal import Linting
package import Specification

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
  let builder = UnitBuilder(workspace: workspace, folder: folder, options: options)
  let results = await concurrentMap(wanted, workers: options.workers) { id in
    let isOwn = shard?.contains(id) ?? true
    let needsOutline = shard?.contains(UnitID(environment: id.environment, tenant: nil)) ?? false
    return isOwn ? builder.build(id) : needsOutline ? builder.outline(id) : UnitBuild(leavingOut: id)
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
    outcomes.append(builder.buildCluster(environment, of: units, reporting: &findings))
    watch.lap(.cluster)
  }
  findings.report(contentsOf: collisions.diagnostics)
  checkBudgets(of: workspace, results, shard, options.overrides, reporting: &findings)
  let isWhole = options.isWhole && options.shard?.number ?? 1 == 1
  if isWhole, !workspace.hasUnknownGaps, findings.errorCount == 0 || options.mode == .check {
    handleAbandoned(workspace, folder, options, reporting: &findings)
  }
  if options.mode == .write {
    options.cache?.hide(in: folder)
    if isWhole { options.cache?.forget(allBut: workspace.units, in: folder) }
  }
  return BuildOutcome(
    units: outcomes.sorted { $0.id < $1.id },
    collisions: collisions,
    diagnostics: findings.all.sortedAndUnique(),
    laps: watch.laps
  )
}
