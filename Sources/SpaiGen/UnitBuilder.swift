package import Diagnostics
internal import Kubernetes
internal import Linting
internal import Specification
internal import Validation

/// Builds units one by one; what it holds is the same for all of them.
struct UnitBuilder: Sendable {
  let workspace: Workspace
  let folder: Folder
  let options: BuildOptions

  /// Compiles a unit and brings its folder up to date, or takes what a former build found.
  func build(_ id: UnitID) -> UnitBuild {
    var watch = Stopwatch()
    let memory = memory(of: id)
    var miss: String?
    do throws(CacheMiss) {
      if let memory {
        return UnitBuild(try memory.recall(in: folder, keepsStamps: options.mode == .write), of: id, &watch)
      }
    } catch {
      miss = error.reason
      watch.lap(.recall)
    }
    var made = compile(id, memory, &watch)
    made.outcome.cacheMiss = miss
    made.outcome.laps = watch.laps
    return made
  }

  /// What the cluster-scoped objects of an environment, and the units of other shards, need to know of a unit that
  /// another shard builds; its findings are told there.
  func outline(_ id: UnitID) -> UnitBuild {
    var watch = Stopwatch()
    if let record = try? memory(of: id)?.recall(in: folder, keepsStamps: false) {
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

  /// What is known of a unit; nil where that is not asked for, or does not have all that is asked for.
  ///
  /// Nor is there anything to know of a tenant that is broken by another's files.
  private func memory(of id: UnitID) -> UnitMemory? {
    guard let cache = options.cache, let tenant = id.tenant, options.service == nil, !options.verifies,
      !options.listsObjects, !workspace.repository.brokenTenants.contains(tenant)
    else { return nil }
    return cache.memory(of: id, tenant: tenant)
  }

  private func compile(_ id: UnitID, _ memory: UnitMemory?, _ watch: inout Stopwatch) -> UnitBuild {
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
    if workspace.hasBudget(id) { made.costs = compiled.costs }
    made.outcome.isCompiled = true
    made.outcome.checked = options.listsObjects ? compiled.checked : nil
    made.outcome.lint = options.lint?.lint(compiled.owned) ?? LintResult()
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
    let (files, standing) = bringUpToDate(unit, reporting: &findings)
    watch.lap(.write)
    made.outcome.files = files
    made.outcome.isFailed = findings.errorCount > before
    made.outcome.extensions = compiled.extensions
    made.clusterFiles =
      options.verifies ? compiled.clusterFiles : compiled.clusterFiles.map(\.withoutTree)
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

  /// Compares a unit with its folder, and writes what differs if that is what is asked for.
  ///
  /// - Parameters:
  ///   - plan: What the folder should hold.
  ///   - findings: What differs, where that is asked for, and what cannot be read or written.
  /// - Returns: How it differed, and how the folder stands now if nothing is there but the unit.
  func bringUpToDate(
    _ plan: PlannedUnit,
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
}

extension Workspace {
  /// Whether somebody holds the tenant of a unit to a budget.
  fileprivate func hasBudget(_ id: UnitID) -> Bool {
    id.tenant.flatMap { repository.tenants[$0] }?.facts.budget != nil
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
