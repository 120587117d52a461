package import Diagnostics
internal import Kubernetes

/// The folder of all output, in the project's root.
package let outputFolder = "out"

/// What the user allows a build to do beyond adding and updating its own files.
package struct ApplyOptions: Sendable {
  /// Units, as `production/acme`, of which guarded files may be deleted.
  package var allowDelete: Set<String>
  /// Units whose edited files may be overwritten.
  package var discardEdits: Set<String>
  /// The share of a unit's files that may go without asking.
  package var maxPrunePercent: Int
  /// A unit may always lose fewer files than this.
  package var minPruneFiles: Int

  package init(
    allowDelete: Set<String> = [],
    discardEdits: Set<String> = [],
    maxPrunePercent: Int = 30,
    minPruneFiles: Int = 10
  ) {
    self.allowDelete = allowDelete
    self.discardEdits = discardEdits
    self.maxPrunePercent = maxPrunePercent
    self.minPruneFiles = minPruneFiles
  }
}

func digest(of file: PlannedFile) -> String {
  sha256(file.bytes)
}

/// Reports why a unit must not be written as it stands: words of the user would be lost.
///
/// - Returns: Whether the unit may be written.
package func permit(
  _ unit: PlannedUnit,
  _ changes: UnitChanges,
  options: ApplyOptions,
  reporting findings: inout Findings
) -> Bool {
  let before = findings.errorCount
  let id = unit.id.path
  if let problem = changes.lockProblem {
    findings.report(.badLock(id, problem))
  }
  if !options.discardEdits.contains(id) {
    for path in changes.edited { findings.report(.editedFile(id, path, changes.firstDifference[path] ?? 1)) }
  }
  for path in changes.staleEdited { findings.report(.keptEdit(id, path)) }
  if unit.isWhole, changes.lockProblem == nil, !options.allowDelete.contains(id) {
    let guarded = changes.stale.filter(isGuarded)
    let total = max(1, changes.lock?.digests.count ?? 0)
    let share = changes.stale.count * 100 / total
    if !guarded.isEmpty {
      findings.report(.guardedDeletion(id, guarded, "what they hold would be gone"))
    } else if changes.stale.count >= options.minPruneFiles && share > options.maxPrunePercent {
      findings.report(.guardedDeletion(id, changes.stale, "they are \(share) % of the unit"))
    }
  }
  return findings.errorCount == before
}

/// Whether deleting a file deletes data, or everything in a namespace.
private func isGuarded(_ path: String) -> Bool {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return [
    "namespace-", "persistentvolumeclaim-", "statefulset.apps-", "backup.velero.io-", "schedule.velero.io-",
    "volumesnapshot.snapshot.storage.k8s.io-", "cluster.postgresql.cnpg.io-", "database.postgresql.cnpg.io-",
    "scheduledbackup.postgresql.cnpg.io-",
  ].contains { name.hasPrefix($0) }
}

/// Writes a permitted unit: the next lock, new and changed files, deletions, and last the lock takes its place.
///
/// A crash anywhere leaves a tree that the next build finishes and that `--check` calls drift.
///
/// - Returns: The stamps of what was written.
@discardableResult
package func apply(
  _ unit: PlannedUnit,
  _ changes: UnitChanges,
  in folder: Folder
) throws(FileFailure) -> [String: FileStamp] {
  let prunes = unit.isWhole && changes.lockProblem == nil
  let isDone =
    changes.created.isEmpty && changes.outdated.isEmpty && changes.edited.isEmpty && !changes.interrupted
    && (changes.stale.isEmpty || !prunes) && changes.lock == changes.nextLock
  if isDone { return [:] }
  let base = "\(outputFolder)/\(unit.id.path)"
  try folder.makeFolders(base)
  try folder.write(changes.nextLock.bytes, to: "\(base)/\(Lock.nextName)")
  for path in changes.torn { try folder.remove("\(base)/\(path)") }
  let pending = Set(changes.created + changes.outdated + changes.edited)
  var made: Set<String> = []
  var stamps: [String: FileStamp] = [:]
  for file in unit.files where pending.contains(file.path) {
    let parent = file.path.lastIndex(of: "/").map { "\(base)/\(file.path[..<$0])" } ?? base
    if made.insert(parent).inserted { try folder.makeFolders(parent) }
    try folder.write(file.bytes, to: "\(base)/\(file.path)")
    stamps[file.path] = folder.stamp("\(base)/\(file.path)")
  }
  if prunes {
    for path in changes.stale {
      try folder.remove("\(base)/\(path)")
      if let slash = path.lastIndex(of: "/") { folder.removeFolderIfEmpty("\(base)/\(path[..<slash])") }
    }
  }
  try folder.rename("\(base)/\(Lock.nextName)", to: "\(base)/\(Lock.name)")
  return stamps
}

/// Removes all that is ours of a unit: the files that are as we wrote them, and last the lock.
func removeUnit(
  _ unit: PlannedUnit,
  in folder: Folder,
  reporting findings: inout Findings
) throws(FileFailure) {
  let changes = try compare(unit, in: folder)
  let base = "\(outputFolder)/\(unit.id.path)"
  for path in changes.staleEdited { findings.report(.keptEdit(unit.id.path, path)) }
  guard changes.lockProblem == nil else {
    findings.report(.badLock(unit.id.path, changes.lockProblem ?? ""))
    return
  }
  for path in changes.torn + changes.stale {
    try folder.remove("\(base)/\(path)")
    if let slash = path.lastIndex(of: "/") { folder.removeFolderIfEmpty("\(base)/\(path[..<slash])") }
  }
  try folder.remove("\(base)/\(Lock.nextName)")
  try folder.remove("\(base)/\(Lock.name)")
  folder.removeFolderIfEmpty(base)
}

/// The differences as findings of `--check`.
package func drift(_ unit: PlannedUnit, _ changes: UnitChanges) -> [Diagnostic] {
  let base = "\(outputFolder)/\(unit.id.path)"
  func finding(_ path: String, _ what: String, _ severity: Severity = .error) -> Diagnostic {
    let place = "\(base)/\(path)"
    return Diagnostic(
      .drift,
      severity,
      "'\(place)' \(what)",
      at: nil,
      help: severity == .error ? "Run 'spai-gen build' and commit the result." : nil,
      generated: changes.firstDifference[path].map { GeneratedLine(path: place, line: $0) }
    )
  }
  var findings =
    changes.edited.map { finding($0, "was edited by hand") }
    + changes.outdated.map { finding($0, "is out of date") }
    + changes.created.map { finding($0, "is missing") }
    + changes.foreign.map { finding($0, "is not ours", .warning) }
  if unit.isWhole {
    findings += (changes.stale + changes.staleEdited).map { finding($0, "is stale") }
  }
  if changes.interrupted {
    findings.append(finding(changes.torn.first ?? Lock.nextName, "is left of an interrupted build"))
  }
  if let problem = changes.lockProblem { findings.append(.badLock(unit.id.path, problem)) }
  if findings.isEmpty, changes.lock != changes.nextLock {
    findings.append(finding(Lock.name, "is out of date"))
  }
  return findings
}

// MARK: - Messages

extension Code {
  package static let drift = Code("SPAI1501", "drift")
  package static let editedFile = Code("SPAI1502", "edited-file")
  package static let keptEdit = Code("SPAI1503", "kept-edit")
  package static let guardedDeletion = Code("SPAI1504", "guarded-deletion")
  package static let badLock = Code("SPAI1505", "bad-lock")
}

extension Diagnostic {
  fileprivate static func editedFile(_ id: String, _ path: String, _ line: Int) -> Self {
    let place = "\(outputFolder)/\(id)/\(path)"
    return Diagnostic(
      .editedFile,
      .error,
      "'\(place)' is not what spai-gen wrote, and would be overwritten",
      at: nil,
      help: "Move the change into the spec, or give '--discard-edits \(id)'.",
      generated: GeneratedLine(path: place, line: line)
    )
  }

  fileprivate static func keptEdit(_ id: String, _ path: String) -> Self {
    Diagnostic(
      .keptEdit,
      .warning,
      "'\(outputFolder)/\(id)/\(path)' is no longer made, but was edited and is kept",
      at: nil,
      help: "Delete it if nobody needs it."
    )
  }

  static func guardedDeletion(_ id: String, _ paths: [String], _ why: String) -> Self {
    let shown = paths.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let more = paths.count > 5 ? " and \(paths.count - 5) more" : ""
    return Diagnostic(
      .guardedDeletion,
      .error,
      "the build would delete \(shown)\(more) of '\(id)': \(why)",
      at: nil,
      help: "If that is meant, give '--allow-delete \(id)'."
    )
  }

  fileprivate static func badLock(_ id: String, _ problem: String) -> Self {
    Diagnostic(
      .badLock,
      .warning,
      "the lock of '\(id)' cannot be trusted: \(problem)",
      at: nil,
      help: "Nothing of the unit is deleted; restore the lock from git, or delete it and build again."
    )
  }
}
