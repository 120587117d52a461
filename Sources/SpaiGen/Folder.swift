/// A folder of the project: everything below it is reached by relative paths, and never through a symbolic link.
package struct Folder: Sendable {
  private let operations: FileOperations

  /// The folder at a path of the disk.
  ///
  /// - Parameters:
  ///   - root: The path.
  ///   - output: Where `out/` is, if it is not below it: in the worktree of another branch, or in another repository.
  package init(_ root: String, output: String? = nil) {
    operations = .disk(root, output: output)
  }

  package init(_ operations: FileOperations) {
    self.operations = operations
  }

  package enum Kind: Sendable {
    case file
    case folder
    case link
    case other
  }

  /// What stands at a path, itself rather than what it points to; nil where nothing does.
  package func kind(_ relative: String) throws(FileFailure) -> Kind? {
    try operations.kind(relative)
  }

  /// What tells whether what stands at a path is as it was; nil where nothing does, or where that cannot be told.
  func stamp(_ relative: String) -> FileStamp? {
    operations.stamp(relative).flatMap { $0.isPrecise ? $0 : nil }
  }

  /// The whole content of a file; nil where there is none.
  package func read(_ relative: String) throws(FileFailure) -> [UInt8]? {
    try operations.read(relative)
  }

  /// Names and kinds of what is in a folder, sorted by bytes; empty where there is no such folder.
  package func list(_ relative: String) throws(FileFailure) -> [(name: String, kind: Kind)] {
    var items: [(String, Kind)] = []
    let names = try operations.names(relative).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
      case nil: try operations.makeFolder(made)
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

  /// The end of the names of files that are not complete yet.
  package static let temporarySuffix = ".spai-gen-tmp"

  /// Writes a file under a temporary name and renames it, so that nobody ever sees a part of it.
  package func write(_ bytes: [UInt8], to relative: String) throws(FileFailure) {
    let temporary = relative + Self.temporarySuffix
    do throws(FileFailure) {
      try operations.create(temporary, bytes)
      try operations.rename(temporary, relative)
    } catch {
      try? operations.remove(temporary)
      throw FileFailure(error.operation, relative, reason: error.reason)
    }
  }

  package func rename(_ relative: String, to target: String) throws(FileFailure) {
    try operations.rename(relative, target)
  }

  package func remove(_ relative: String) throws(FileFailure) {
    try operations.remove(relative)
  }

  /// Removes a folder if nothing is in it; one that holds something stays.
  func removeFolderIfEmpty(_ relative: String) {
    operations.removeFolder(relative)
  }
}

/// Writes a report to a path of the user's own, in one piece.
package func writeReport(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { $0 == path.startIndex ? "" : String(path[..<$0]) } ?? "."
  let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
  try Folder(folder).write(bytes, to: name)
}

/// Makes a folder at a path of the user's own, whose parent is there.
package func makeFolder(_ path: String) throws(FileFailure) {
  let slash = path.lastIndex(of: "/")
  let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  try Folder(parent).makeFolders(slash.map { String(path[path.index(after: $0)...]) } ?? path)
}
