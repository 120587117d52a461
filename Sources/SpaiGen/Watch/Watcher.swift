package import Diagnostics
internal import Linting
internal import Specification

/// Rebuilds what changed, again and again: looks at the files that are read, and keeps what it knows of the others.
package struct Watcher {
  private let root: String
  private let workers: Int
  private var lookedAt: [String: Look] = [:]
  private var built: [String: Look]?
  private var parsed: [ParsedSource] = []
  private var settings: [UInt8]?
  private var wasReadable = false
  private var last: (workspace: Workspace, sources: SourceMap)?
  /// Units that were not built, and are tried whatever changes: the cause may be in another tenant's file.
  private var failed: Set<UnitID> = []

  /// What a rebuild did.
  package struct Rebuild: Sendable {
    /// Why these units.
    package let reason: String
    /// Nil where the specs cannot be read.
    package let outcome: BuildOutcome?
    package let diagnostics: [Diagnostic]
    package let sources: SourceMap
  }

  package init(root: String, workers: Int) {
    self.root = root
    self.workers = workers
  }

  /// Looks at every file.
  ///
  /// - Returns: Whether something changed since the last rebuild and nothing since the last look, so that a checkout of
  ///   many files is one change.
  package mutating func isDue() -> Bool {
    let before = lookedAt
    lookedAt = stamps()
    return lookedAt == before && lookedAt != built
  }

  /// Reads what changed and builds what it reaches.
  ///
  /// - Returns: nil where every file says what it said.
  package mutating func rebuild() async -> Rebuild? {
    let isFirst = built == nil
    built = lookedAt
    let folder = Folder(root)
    var findings = Findings()
    var sources = discover(in: folder, reporting: &findings)
    let isReadable = findings.errorCount == 0
    let settings = try? folder.read(lintFileName)
    let isSame = !isFirst && isReadable == wasReadable && settings == self.settings && hasSameBytes(sources)
    wasReadable = isReadable
    if isSame { return nil }
    let hasOtherSettings = settings != self.settings
    self.settings = settings
    parsed = sources.sources.enumerated().map { index, source in
      let known = index < parsed.count ? parsed[index] : nil
      return known?.source.path == source.path && known?.source.bytes == source.bytes
        ? known ?? ParsedSource(source) : ParsedSource(source)
    }
    guard isReadable, let workspace = Workspace(parsed, &sources, reporting: &findings) else {
      last = nil
      return Rebuild(
        reason: "not readable",
        outcome: nil,
        diagnostics: findings.all.sortedAndUnique(),
        sources: sources
      )
    }
    var reach = Reach(units: nil, reason: "everything")
    if let last, !hasOtherSettings { reach = SpaiGen.reach(from: last, to: (workspace, sources)) }
    last = (workspace, sources)
    let outcome = await build(workspace, &sources, reach, reporting: &findings)
    failed = Set(outcome.units.filter(\.isFailed).map(\.id))
    return Rebuild(
      reason: reach.reason,
      outcome: outcome,
      diagnostics: findings.all.sortedAndUnique(),
      sources: sources
    )
  }

  private func build(
    _ workspace: Workspace,
    _ sources: inout SourceMap,
    _ reach: Reach,
    reporting findings: inout Findings
  ) async -> BuildOutcome {
    let folder = Folder(root)
    var options = BuildOptions()
    options.workers = workers
    options.reached = reach.units?.union(failed)
    options.apply.maxPrunePercent = workspace.repository.platform.prune.maxPercent.value
    options.apply.minPruneFiles = workspace.repository.platform.prune.minFiles.value
    var lint = readLintConfiguration(in: folder, &sources, reporting: &findings)
    lint.settings.take(workspace.repository.platform)
    options.lint = LintPlan(lint, sources)
    let outcome = await SpaiGen.build(workspace, in: folder, options: options)
    findings.report(contentsOf: outcome.diagnostics)
    return outcome
  }

  private func hasSameBytes(_ sources: SourceMap) -> Bool {
    sources.sources.count == parsed.count
      && zip(sources.sources, parsed).allSatisfy { $0.path == $1.source.path && $0.bytes == $1.source.bytes }
  }

  private func stamps() -> [String: Look] {
    let now = FileStamp.now
    func look(_ path: String) -> Look? {
      FileStamp(at: "\(root)/\(path)").map { Look(stamp: $0, isYoung: $0.isYoung(at: now)) }
    }
    var stamps: [String: Look] = [:]
    for (name, _) in inputFolders {
      // What cannot be looked at now is read later, and reported then.
      for file in (try? Folder(root).files(below: name)) ?? [] {
        stamps["\(name)/\(file)"] = look("\(name)/\(file)")
      }
    }
    stamps[lintFileName] = look(lintFileName)
    return stamps
  }
}

/// What a look at a file tells; a young file is looked at again, because a second change may have left the same stamp.
private struct Look: Equatable {
  let stamp: FileStamp
  let isYoung: Bool
}
