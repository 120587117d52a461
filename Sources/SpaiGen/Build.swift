package import Diagnostics
internal import Kubernetes
internal import Linting
package import Reporting
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
  package var overrides = Overrides()
  package var verifies = false
  package var workers = 2
  package var apply = ApplyOptions()
  /// How objects are linted on the way; nil leaves that out.
  package var lint: LintPlan?

  package init() {}

  /// Whether every unit is wanted, whole.
  var isWhole: Bool {
    environment == nil && tenant == nil && namespace == nil && service == nil && reached == nil
  }
}

/// What became of one unit.
package struct UnitOutcome: Sendable {
  package let id: UnitID
  /// Nil where the unit could not be compiled or compared.
  package let changes: UnitChanges?
  package let isFailed: Bool
  package let prunes: Bool
  package var extensions = ExtensionCount.none
  /// Every object that was checked; nil for a unit that could not be compiled.
  package var checked: CheckedGroup?
  package var lint = LintResult()
}

/// What a build did.
package struct BuildOutcome: Sendable {
  package let units: [UnitOutcome]
  /// What the lint says of units that take the same.
  package let collisions: LintResult
  package let diagnostics: [Diagnostic]
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
  let results = await concurrentMap(wanted, workers: options.workers) { id in
    buildUnit(id, workspace, folder, options)
  }
  var findings = Findings()
  for result in results { findings.report(contentsOf: result.diagnostics) }
  var outcomes = results.map(\.outcome)
  var collisions = LintResult()
  for environment in Set(wanted.map(\.environment)).sorted() {
    let units = results.filter { $0.outcome.id.environment == environment }
    collisions.add(options.lint?.lint(across: units.map(\.claims)) ?? LintResult())
    guard options.service == nil else { continue }
    outcomes.append(
      buildCluster(
        environment,
        units,
        workspace,
        folder,
        options,
        reporting: &findings
      )
    )
  }
  findings.report(contentsOf: collisions.diagnostics)
  checkBudgets(workspace, results, reporting: &findings)
  if options.isWhole, !workspace.hasUnknownGaps, findings.errorCount == 0 || options.mode == .check {
    handleAbandoned(workspace, folder, options, reporting: &findings)
  }
  return BuildOutcome(
    units: outcomes.sorted { $0.id < $1.id },
    collisions: collisions,
    diagnostics: findings.all.sortedAndUnique()
  )
}

/// Holds tenants to their budgets in all environments together, where all of these were built.
private func checkBudgets(_ workspace: Workspace, _ units: [UnitBuild], reporting findings: inout Findings) {
  let units = Dictionary(grouping: units) { $0.outcome.id.tenant ?? "" }
  for tenant in workspace.repository.tenants.all {
    let costs = (units[tenant.name] ?? []).compactMap(\.costs)
    if costs.count == tenant.environments.items.count {
      checkBudget(of: tenant, costs.flatMap(\.self), reporting: &findings)
    }
  }
}

private struct UnitBuild: Sendable {
  let outcome: UnitOutcome
  let diagnostics: [Diagnostic]
  let clusterFiles: [PlannedFile]
  var claims: [StandingClaim] = []
  /// What the unit costs; nil where it could not be compiled.
  var costs: [WorkloadCost]?
}

private func buildUnit(
  _ id: UnitID,
  _ workspace: Workspace,
  _ folder: Folder,
  _ options: BuildOptions
) -> UnitBuild {
  var findings = Findings()
  guard
    let compiled = workspace.compile(
      id,
      overrides: options.overrides,
      service: options.service,
      reporting: &findings
    )
  else {
    let outcome = UnitOutcome(id: id, changes: nil, isFailed: true, prunes: false)
    return UnitBuild(outcome: outcome, diagnostics: findings.all, clusterFiles: [])
  }
  let before = findings.errorCount
  let linted = options.lint?.lint(compiled.objects.map { (node: $0.root, owner: $0.owner) }) ?? LintResult()
  let claims = options.lint?.claims(compiled.objects) ?? []
  findings.report(contentsOf: linted.diagnostics)
  guard findings.errorCount == before else {
    var outcome = UnitOutcome(id: id, changes: nil, isFailed: true, prunes: false)
    outcome.lint = linted
    outcome.checked = compiled.checked
    return UnitBuild(outcome: outcome, diagnostics: findings.all, clusterFiles: [], claims: claims)
  }
  let unit = PlannedUnit(
    id: id,
    source: compiled.source,
    files: compiled.files,
    isWhole: options.service == nil && !workspace.hasUnknownGaps
  )
  var outcome = bringUpToDate(unit, workspace, folder, options, reporting: &findings)
  outcome.extensions = compiled.extensions
  outcome.checked = compiled.checked
  outcome.lint = linted
  return UnitBuild(
    outcome: outcome,
    diagnostics: findings.all,
    clusterFiles: compiled.clusterFiles,
    claims: claims,
    costs: compiled.costs
  )
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
  guard hasNoCollisions(files, unit: id, reporting: &findings) else {
    return UnitOutcome(id: id, changes: nil, isFailed: true, prunes: false)
  }
  let unit = PlannedUnit(
    id: id,
    source: nil,
    files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
    isWhole: isWhole
  )
  return bringUpToDate(unit, workspace, folder, options, reporting: &findings)
}

private func bringUpToDate(
  _ plan: PlannedUnit,
  _ workspace: Workspace,
  _ folder: Folder,
  _ options: BuildOptions,
  reporting findings: inout Findings
) -> UnitOutcome {
  let before = findings.errorCount
  var changes: UnitChanges?
  do {
    let unit = try plan.indexed(for: workspace.repository.platform.delivery, in: folder)
    if options.verifies {
      for file in unit.files {
        if let problem = file.readBackProblem { findings.report(.misprinted(unit, file, problem)) }
      }
    }
    let found = try compare(unit, in: folder)
    changes = found
    switch options.mode {
    case .list: break
    case .check: findings.report(contentsOf: drift(unit, found))
    case .write:
      if findings.errorCount == before,
        permit(unit, found, options: options.apply, reporting: &findings)
      {
        try apply(unit, found, in: folder)
      }
    }
  } catch {
    findings.report(error.diagnostic)
  }
  return UnitOutcome(
    id: plan.id,
    changes: changes,
    isFailed: findings.errorCount > before,
    prunes: plan.isWhole && changes?.lockProblem == nil
  )
}

/// Deals with the output of units that no spec asks for any more: told, and removed only where that was allowed.
private func handleAbandoned(
  _ workspace: Workspace,
  _ folder: Folder,
  _ options: BuildOptions,
  reporting findings: inout Findings
) {
  let known = Set(workspace.units.map(\.path))
  do {
    for (environment, kind) in try folder.list(outputFolder) where kind == .folder {
      for (name, kind) in try folder.list("\(outputFolder)/\(environment)") where kind == .folder {
        let id = "\(environment)/\(name)"
        // Whatever a broken tenant wanted in the environment cannot be told.
        let isPlanned =
          known.contains(id) || workspace.repository.brokenTenants.contains(name)
          || name == "_cluster"
            && (!workspace.repository.brokenTenants.isEmpty
              || known.contains { $0.hasPrefix("\(environment)/") })
        if !isPlanned, try folder.kind("\(outputFolder)/\(id)/\(Lock.name)") == .file {
          if options.mode == .write, options.apply.allowDelete.contains(id) {
            let unit = PlannedUnit(
              id: UnitID(environment: environment, tenant: name),
              source: nil,
              files: [],
              isWhole: true
            )
            try removeUnit(unit, in: folder, reporting: &findings)
          } else {
            findings.report(.abandonedUnit(id))
          }
        }
      }
    }
  } catch {
    findings.report(error.diagnostic)
  }
}

/// Applies a function to every element, several at a time; results keep the order of the elements.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element],
  workers: Int,
  _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  // A task group costs about a millisecond; a few units are done before it pays.
  guard workers > 1, elements.count > 8 else { return elements.map(transform) }
  let share = max(1, min(64, elements.count / (workers * 4)))
  let starts = Array(stride(from: 0, to: elements.count, by: share))
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    var parts: [Int: [Result]] = [:]
    var waiting = starts[...]
    func addNext() {
      guard let start = waiting.popFirst() else { return }
      group.addTask {
        (start, elements[start..<min(start + share, elements.count)].map(transform))
      }
    }
    for _ in 0..<workers { addNext() }
    while let (start, part) = await group.next() {
      parts[start] = part
      addNext()
    }
    return starts.flatMap { parts[$0] ?? [] }
  }
}

// MARK: - Messages

extension Code {
  package static let misprinted = Code("SPAI1507", "misprinted")
  package static let abandonedUnit = Code("SPAI1508", "abandoned-unit")
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

  fileprivate static func abandonedUnit(_ id: String) -> Self {
    Diagnostic(
      .abandonedUnit,
      .warning,
      "'\(outputFolder)/\(id)' belongs to no tenant any more, and is kept",
      at: nil,
      help: "Delete the folder with git once the tenant's data is safe."
    )
  }
}
