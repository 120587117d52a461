import Kubernetes

/// A unit's folder as a build left it.
struct StandingOutput: Sendable {
  /// The digest of the lock, which has that of every file.
  let lockDigest: String
  /// How many of them are files of the unit, without the lock.
  let fileCount: Int
  let seen: [SeenPath]
}

/// What was seen at a path below a unit's folder; the folder itself is the empty path.
struct SeenPath: Sendable {
  let path: String
  /// Nil where that tells nothing; the file is then read.
  let stamp: FileStamp?
}

extension Folder {
  /// What a unit's folder holds after a build.
  ///
  /// - Parameters:
  ///   - id: The unit.
  ///   - lock: What was written, and all that there is.
  ///   - stamps: Those of the files, each from before it was read or after it was written.
  /// - Returns: What a later build compares with.
  func standing(_ id: UnitID, _ lock: Lock, _ stamps: [String: FileStamp]) -> StandingOutput {
    let base = "\(outputFolder)/\(id.path)"
    let files = lock.digests.keys.sorted().map { SeenPath(path: $0, stamp: stamps[$0]) }
    return StandingOutput(
      lockDigest: sha256(lock.bytes),
      fileCount: lock.digests.count,
      seen: see(lock.folders + [Lock.name], below: base) + files
    )
  }

  /// Whether a unit's folder is as a build left it.
  ///
  /// - Returns: What was seen now, where files had to be read; nil where every stamp is the same.
  func confirm(_ output: StandingOutput, of id: UnitID) throws(CacheMiss) -> StandingOutput? {
    let base = "\(outputFolder)/\(id.path)"
    do {
      try refuseLinks(in: base)
      let isSame = output.seen.allSatisfy { $0.stamp != nil && $0.stamp == stamp($0.path, below: base) }
      return isSame ? nil : try confirmByContent(output, below: base)
    } catch let miss as CacheMiss {
      throw miss
    } catch {
      throw CacheMiss("its output cannot be read")
    }
  }

  private func confirmByContent(_ output: StandingOutput, below base: String) throws -> StandingOutput {
    // Stamps are taken before anything is read: what is changed in between is seen the next time.
    let lockPath = "\(base)/\(Lock.name)"
    let lockStamp = SeenPath(path: Lock.name, stamp: stamp(lockPath))
    guard let bytes = try read(lockPath), sha256(bytes) == output.lockDigest else {
      throw CacheMiss("'\(lockPath)' is another")
    }
    let lock = try Lock(bytes)
    var seen = [lockStamp] + see(lock.folders, below: base)
    guard try Set(files(below: base)) == Set(lock.digests.keys).union([Lock.name]) else {
      throw CacheMiss("'\(base)' holds other files")
    }
    let known = Dictionary(output.seen.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    for path in lock.digests.keys.sorted() {
      let now = stamp(path, below: base)
      if now == nil || now != known[path] ?? nil {
        guard let content = try read("\(base)/\(path)"), lock.holds(content, at: path) else {
          throw CacheMiss("'\(base)/\(path)' is not what was written")
        }
      }
      seen.append(SeenPath(path: path, stamp: now))
    }
    return StandingOutput(lockDigest: output.lockDigest, fileCount: output.fileCount, seen: seen)
  }

  private func see(_ paths: [String], below base: String) -> [SeenPath] {
    paths.map { SeenPath(path: $0, stamp: stamp($0, below: base)) }
  }

  private func stamp(_ path: String, below base: String) -> FileStamp? {
    stamp(path.isEmpty ? base : "\(base)/\(path)")
  }
}

extension Lock {
  /// Every folder that its files are in, from the unit's own, which is the empty path.
  fileprivate var folders: [String] {
    var folders: Set<String> = [""]
    for path in digests.keys {
      for (index, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") {
        folders.insert(String(decoding: path.utf8.prefix(index), as: UTF8.self))
      }
    }
    return folders.sorted()
  }
}
