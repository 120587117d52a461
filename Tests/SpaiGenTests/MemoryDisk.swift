import Diagnostics
import SpaiGen
import Synchronization
import YAMLSyntax

/// Files in memory, of which any operation can be made to fail.
final class MemoryDisk: Sendable {
  private struct State {
    var files: [String: [UInt8]] = [:]
    var folders: Set<String> = [""]
    /// When each file was written, by a clock that counts writes.
    var times: [String: Int64] = [:]
    var clock: Int64 = 0

    mutating func touch(_ path: String) {
      clock += 1
      times[path] = clock
    }
    var operations = 0
    var fault: Fault?
  }

  /// What goes wrong, and when.
  enum Fault: Sendable {
    /// The n-th change of the disk fails; the ones after it work again.
    case once(Int)
    /// From the n-th change on nothing works, as if the process had been killed; a file that is just being written
    /// is left half.
    case killed(Int)
  }

  private let state = Mutex(State())

  var folder: Folder { Folder(operations) }

  /// How many changes were asked for since the fault was set.
  var changeCount: Int { state.withLock(\.operations) }

  var files: [String: [UInt8]] { state.withLock(\.files) }

  /// Another disk with the same files, as a copy or a checkout has them.
  func copy() -> MemoryDisk {
    let disk = MemoryDisk()
    for (path, bytes) in files { disk.write(bytes, to: path) }
    return disk
  }

  func set(_ fault: Fault?) {
    state.withLock {
      $0.fault = fault
      $0.operations = 0
    }
  }

  func write(_ text: String, to path: String) {
    write(Array(text.utf8), to: path)
  }

  func write(_ bytes: [UInt8], to path: String) {
    state.withLock {
      $0.files[path] = bytes
      $0.touch(path)
      for (index, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") {
        $0.folders.insert(String(path.utf8.prefix(index)) ?? "")
      }
    }
  }

  func remove(_ path: String) {
    state.withLock { _ = $0.files.removeValue(forKey: path) }
  }

  private var operations: FileOperations {
    FileOperations(
      kind: { [self] path in
        state.withLock { $0.files[path] != nil ? .file : $0.folders.contains(path) ? .folder : nil }
      },
      stamp: { [self] path in
        state.withLock { state in
          if let time = state.times[path], let bytes = state.files[path] {
            return FileStamp(
              mode: 0o100644,
              inode: 1,
              size: Int64(bytes.count),
              modified: time,
              changed: time
            )
          }
          guard state.folders.contains(path) else { return nil }
          // A folder changes with the names in it.
          let names = state.files.keys.filter { $0.hasPrefix(path + "/") }.sorted()
          return FileStamp(
            mode: 0o040755,
            inode: 2,
            size: Int64(names.hashValue),
            modified: 1,
            changed: 1
          )
        }
      },
      read: { [self] path in state.withLock { $0.files[path] } },
      names: { [self] path in
        let prefix = path.isEmpty ? "" : path + "/"
        return state.withLock { state in
          Set(
            (Array(state.files.keys) + Array(state.folders)).filter { $0.hasPrefix(prefix) && $0 != path }
              .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }
          ).shuffled()
        }
      },
      makeFolder: { [self] (path) throws(FileFailure) in
        try change(path) { $0.folders.insert(path) }
      },
      create: { [self] (path, bytes) throws(FileFailure) in
        try change(path, half: { $0.files[path] = Array(bytes.prefix(bytes.count / 2)) }) {
          $0.files[path] = bytes
          $0.touch(path)
        }
      },
      rename: { [self] (path, target) throws(FileFailure) in
        try change(path) {
          $0.files[target] = $0.files.removeValue(forKey: path)
          $0.touch(target)
        }
      },
      remove: { [self] (path) throws(FileFailure) in
        try change(path) { $0.files[path] = nil }
      },
      removeFolder: { [self] path in
        state.withLock { state in
          if !state.files.keys.contains(where: { $0.hasPrefix(path + "/") }) { state.folders.remove(path) }
        }
      }
    )
  }

  private func change(
    _ path: String,
    half: (inout sending State) -> Void = { _ in },
    _ whole: (inout sending State) -> Void
  ) throws(FileFailure) {
    let fails = state.withLock { state in
      state.operations += 1
      switch state.fault {
      case nil: return false
      case .once(let number): return state.operations == number
      case .killed(let number): return state.operations >= number
      }
    }
    if fails {
      state.withLock { state in
        if case .killed(let number) = state.fault, state.operations > number { return }
        half(&state)
      }
      throw FileFailure("write", path, reason: "No space left on device")
    }
    state.withLock { whole(&$0) }
  }
}

extension MemoryDisk {
  /// All objects below out/, by path.
  var objects: [Node] {
    var findings = Findings()
    var sources = SourceMap()
    return files.filter { $0.key.hasPrefix("out/") && $0.key.hasSuffix(".yaml") }
      .sorted { $0.key < $1.key }.flatMap { path, bytes in
        let id = sources.add(path: path, owner: .tenant, bytes: bytes)
        return parseYAML(sources[id], reporting: &findings)
      }
  }
}
