private import Glibc
internal import SystemPackage

/// A folder of the project on disk: everything below it is reached by relative paths, and never through a
/// symbolic link.
package struct Folder: Sendable {
  /// The path of the folder, as the user gave it.
  package let root: String

  package init(_ root: String) {
    self.root = root
  }

  package enum Kind: Sendable {
    case file
    case folder
    case link
    case other
  }

  package func path(_ relative: String) -> String {
    relative.isEmpty ? root : "\(root)/\(relative)"
  }

  /// What stands at a path, itself rather than what it points to; nil where nothing does.
  package func kind(_ relative: String) throws(FileFailure) -> Kind? {
    var status = stat()
    guard lstat(path(relative), &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileFailure("look at", relative, errno: errno)
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The whole content of a file; nil where there is none.
  package func read(_ relative: String) throws(FileFailure) -> [UInt8]? {
    let descriptor = open(path(relative), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw FileFailure("read", relative, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure("read", relative, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileFailure("read", relative, reason: "it is not a file")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: max(4096, Int(status.st_size) + 1))
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFailure("read", relative, errno: errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Names and kinds of what is in a folder, sorted by bytes; empty where there is no such folder.
  package func list(_ relative: String) throws(FileFailure) -> [(name: String, kind: Kind)] {
    guard let stream = opendir(path(relative)) else {
      if errno == ENOENT { return [] }
      throw FileFailure("list", relative, errno: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var items: [(String, Kind)] = []
    for name in names {
      if let kind = try kind(relative.isEmpty ? name : "\(relative)/\(name)") { items.append((name, kind)) }
    }
    return items
  }

  /// Every file below a folder, sorted; links and the like are listed as files, and never entered.
  package func files(below relative: String) throws(FileFailure) -> [String] {
    var files: [String] = []
    for (name, kind) in try list(relative) {
      if kind == .folder {
        files += try self.files(below: "\(relative)/\(name)").map { "\(name)/\($0)" }
      } else {
        files.append(name)
      }
    }
    return files
  }

  /// Makes the folders of a path; a symbolic link among them is refused.
  package func makeFolders(_ relative: String) throws(FileFailure) {
    var made = ""
    for part in relative.split(separator: "/") {
      made += made.isEmpty ? String(part) : "/\(part)"
      switch try kind(made) {
      case .folder: continue
      case .link: throw FileFailure("write through", made, reason: "it is a symbolic link")
      case .file, .other: throw FileFailure("write below", made, reason: "it is not a folder")
      case nil:
        if mkdir(path(made), 0o777) != 0 && errno != EEXIST {
          throw FileFailure("make the folder", made, errno: errno)
        }
      }
    }
  }

  /// Refuses a path of which any folder is a symbolic link.
  func refuseLinks(in relative: String) throws(FileFailure) {
    var seen = ""
    for part in relative.split(separator: "/") {
      seen += seen.isEmpty ? String(part) : "/\(part)"
      switch try kind(seen) {
      case .link: throw FileFailure("enter", seen, reason: "it is a symbolic link")
      case nil: return
      case .file, .folder, .other: continue
      }
    }
  }

  /// Writes a file under a temporary name and renames it, so that nobody ever sees a part of it.
  package func write(_ bytes: [UInt8], to relative: String) throws(FileFailure) {
    let temporary = "\(path(relative)).spai-gen-tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFailure("write", relative, errno: errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        let code = errno
        close(descriptor)
        unlink(temporary)
        throw FileFailure("write", relative, errno: code)
      }
      rest = rest.dropFirst(count)
    }
    guard close(descriptor) == 0, Glibc.rename(temporary, path(relative)) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileFailure("write", relative, errno: code)
    }
  }

  package func rename(_ relative: String, to target: String) throws(FileFailure) {
    if Glibc.rename(path(relative), path(target)) != 0 { throw FileFailure("rename", relative, errno: errno) }
  }

  package func remove(_ relative: String) throws(FileFailure) {
    if unlink(path(relative)) != 0 && errno != ENOENT { throw FileFailure("remove", relative, errno: errno) }
  }

  /// Removes a folder if nothing is in it; one that holds something stays.
  func removeFolderIfEmpty(_ relative: String) {
    rmdir(path(relative))
  }
}

/// Writes a report to a path of the user's own, in one piece.
package func writeReport(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { $0 == path.startIndex ? "" : String(path[..<$0]) } ?? "."
  let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
  try Folder(folder).write(bytes, to: name)
}
