internal import Diagnostics

/// How a unit's folder differs from its plan; each path is in exactly one list, sorted.
package struct UnitChanges: Sendable {
  package var created: [String] = []
  /// Ours, and the plan is newer.
  package var outdated: [String] = []
  /// Not what we wrote, at a path of the plan.
  package var edited: [String] = []
  package var unchanged: [String] = []
  /// Ours, and no longer planned.
  package var stale: [String] = []
  /// Once ours, no longer planned, and edited since.
  package var staleEdited: [String] = []
  /// Never ours.
  package var foreign: [String] = []
  /// Parts of files that a former build did not finish.
  var torn: [String] = []
  /// A former build did not finish.
  package var interrupted = false
  package var lockProblem: String?
  var lock: Lock?
  var nextLock: Lock
  /// Of unchanged files, from before they were read.
  var stamps: [String: FileStamp] = [:]
  /// For changed files, the first line that differs.
  var firstDifference: [String: Int] = [:]

  /// Whether the folder is exactly what a finished build leaves.
  package var isClean: Bool {
    created.isEmpty && outdated.isEmpty && edited.isEmpty && stale.isEmpty && staleEdited.isEmpty
      && !interrupted && lock == nextLock
  }

  /// Whether the folder holds the files of the next lock and nothing else, once the changes are applied.
  var leavesOnlyOurs: Bool {
    lockProblem == nil && staleEdited.isEmpty && foreign.isEmpty
  }
}

/// What is recorded of a unit: its lock, and that of a build that did not finish.
struct RecordedLocks {
  var locks: [Lock] = []
  /// Why a lock can not be trusted.
  var problem: String?

  /// What stands in the folder, if that can be told.
  var current: Lock? { problem == nil ? locks.first : nil }
}

func readLocks(of id: UnitID, in folder: Folder) throws(FileFailure) -> RecordedLocks {
  let base = "\(outputFolder)/\(id.path)"
  try folder.refuseLinks(in: base)
  var recorded = RecordedLocks()
  for name in [Lock.name, Lock.nextName] {
    guard let bytes = try folder.read("\(base)/\(name)") else { continue }
    do {
      recorded.locks.append(try Lock(bytes))
    } catch {
      recorded.problem = "line \(error.line) of \(base)/\(name) \(error.reason)"
    }
  }
  return recorded
}

/// Compares a unit's plan with its folder; reads every file once, enters no link, and changes nothing.
package func compare(_ unit: PlannedUnit, in folder: Folder) throws(FileFailure) -> UnitChanges {
  let base = "\(outputFolder)/\(unit.id.path)"
  let recorded = try readLocks(of: unit.id, in: folder)
  let planned = Dictionary(
    zip(unit.files.map(\.path), unit.files.indices),
    uniquingKeysWith: { first, _ in first }
  )
  let interrupted = try folder.kind("\(base)/\(Lock.nextName)") != nil
  var next = Lock(source: unit.source, digests: [:])
  var changes = UnitChanges(
    interrupted: interrupted,
    lockProblem: recorded.problem,
    lock: interrupted ? nil : recorded.current,
    nextLock: next
  )
  func isOurs(_ bytes: [UInt8], _ path: String) -> Bool {
    recorded.locks.contains { $0.holds(bytes, at: path) }
  }

  let found = try folder.files(below: base).filter { $0 != Lock.name && $0 != Lock.nextName }
  changes.torn = found.filter { $0.hasSuffix(Folder.temporarySuffix) }
  if !changes.torn.isEmpty { changes.interrupted = true }
  let existing = found.filter { !$0.hasSuffix(Folder.temporarySuffix) }
  let present = Set(existing)
  for path in existing {
    let relative = "\(base)/\(path)"
    if let file = planned[path].map({ unit.files[$0] }) {
      let stamp = folder.stamp(relative)
      let bytes = try folder.read(relative) ?? []
      if bytes == file.bytes {
        changes.unchanged.append(path)
        changes.stamps[path] = stamp
      } else {
        changes.firstDifference[path] = firstDifferentLine(bytes, file.bytes)
        if isOurs(bytes, path) { changes.outdated.append(path) } else { changes.edited.append(path) }
      }
    } else if recorded.locks.contains(where: { $0.digests[path] != nil }) {
      let isFile = try folder.kind(relative) == .file
      let bytes = isFile ? try folder.read(relative) ?? [] : []
      if isFile, isOurs(bytes, path) { changes.stale.append(path) } else { changes.staleEdited.append(path) }
    } else {
      changes.foreign.append(path)
    }
  }
  changes.created = unit.files.map(\.path).filter { !present.contains($0) }
  for file in unit.files {
    next.digests[file.path] = digest(of: file)
  }
  if !unit.isWhole, let current = recorded.current {
    next.digests.merge(current.digests) { planned, _ in planned }
  }
  changes.nextLock = next
  return changes
}

private func firstDifferentLine(_ left: [UInt8], _ right: [UInt8]) -> Int {
  let same = zip(left, right).prefix { $0 == $1 }
  return same.count { $0.0 == UInt8(ascii: "\n") } + 1
}
