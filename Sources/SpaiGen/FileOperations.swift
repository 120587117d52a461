private import Glibc

/// The operations of a file system that a folder is made of; every path is relative to the folder's root.
///
/// A value of functions, so that tests can keep files in memory and let any operation fail.
package struct FileOperations: Sendable {
  /// What stands at a path, itself rather than what it points to; nil where nothing does.
  package var kind: @Sendable (String) throws(FileFailure) -> Folder.Kind?
  /// What tells whether a file or folder is as it was; nil where that cannot be told.
  package var stamp: @Sendable (String) -> FileStamp?
  /// The whole content of a file; nil where there is none, and a failure for a symbolic link.
  package var read: @Sendable (String) throws(FileFailure) -> [UInt8]?
  /// The names in a folder, in any order; empty where there is no such folder.
  package var names: @Sendable (String) throws(FileFailure) -> [String]
  package var makeFolder: @Sendable (String) throws(FileFailure) -> Void
  /// Writes a file that nobody reads yet; on failure a part of it may stay.
  package var create: @Sendable (String, [UInt8]) throws(FileFailure) -> Void
  /// Puts a file in the place of another, at once.
  package var rename: @Sendable (String, String) throws(FileFailure) -> Void
  /// Removes a file; one that is not there is no failure.
  package var remove: @Sendable (String) throws(FileFailure) -> Void
  /// Removes a folder if nothing is in it; one that holds something stays.
  package var removeFolder: @Sendable (String) -> Void

  package init(
    kind: @escaping @Sendable (String) throws(FileFailure) -> Folder.Kind?,
    stamp: @escaping @Sendable (String) -> FileStamp?,
    read: @escaping @Sendable (String) throws(FileFailure) -> [UInt8]?,
    names: @escaping @Sendable (String) throws(FileFailure) -> [String],
    makeFolder: @escaping @Sendable (String) throws(FileFailure) -> Void,
    create: @escaping @Sendable (String, [UInt8]) throws(FileFailure) -> Void,
    rename: @escaping @Sendable (String, String) throws(FileFailure) -> Void,
    remove: @escaping @Sendable (String) throws(FileFailure) -> Void,
    removeFolder: @escaping @Sendable (String) -> Void
  ) {
    self.kind = kind
    self.stamp = stamp
    self.read = read
    self.names = names
    self.makeFolder = makeFolder
    self.create = create
    self.rename = rename
    self.remove = remove
    self.removeFolder = removeFolder
  }
}

extension FileOperations {
  /// The folder at a path of the disk; what is called `out/` may be somewhere else.
  package static func disk(_ root: String, output: String? = nil) -> FileOperations {
    @Sendable func path(_ relative: String) -> String {
      if let output, relative == outputFolder || relative.hasPrefix(outputFolder + "/") {
        return output + relative.dropFirst(outputFolder.count)
      }
      return relative.isEmpty ? root : "\(root)/\(relative)"
    }
    return FileOperations(
      kind: { (relative) throws(FileFailure) in try diskKind(path(relative), relative) },
      stamp: { relative in FileStamp(at: path(relative)) },
      read: { (relative) throws(FileFailure) in try diskRead(path(relative), relative) },
      names: { (relative) throws(FileFailure) in try diskNames(path(relative), relative) },
      makeFolder: { (relative) throws(FileFailure) in
        if mkdir(path(relative), 0o777) != 0 && errno != EEXIST {
          throw FileFailure("make the folder", relative, errno: errno)
        }
      },
      create: { (relative, bytes) throws(FileFailure) in try diskCreate(path(relative), bytes, relative) },
      rename: { (relative, target) throws(FileFailure) in
        if Glibc.rename(path(relative), path(target)) != 0 {
          throw FileFailure("write", target, errno: errno)
        }
      },
      remove: { (relative) throws(FileFailure) in
        if unlink(path(relative)) != 0 && errno != ENOENT {
          throw FileFailure("remove", relative, errno: errno)
        }
      },
      removeFolder: { relative in rmdir(path(relative)) }
    )
  }
}

private func diskKind(_ path: String, _ relative: String) throws(FileFailure) -> Folder.Kind? {
  var status = stat()
  guard lstat(path, &status) == 0 else {
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

/// The reader of YAML takes no more; a larger file is refused before it fills the memory.
package let largestFile = 16 << 20

private func diskRead(_ path: String, _ relative: String) throws(FileFailure) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
  guard descriptor >= 0 else {
    if errno == ENOENT { return nil }
    if errno == ELOOP { throw FileFailure("enter", relative, reason: "it is a symbolic link") }
    throw FileFailure("read", relative, errno: errno)
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileFailure("read", relative, errno: errno) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw FileFailure("read", relative, reason: "it is not a file")
  }
  guard status.st_size <= largestFile else {
    throw FileFailure("read", relative, reason: "it is larger than 16 MiB")
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

private func diskNames(_ path: String, _ relative: String) throws(FileFailure) -> [String] {
  guard let stream = opendir(path) else {
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
  return names
}

private func diskCreate(_ path: String, _ bytes: [UInt8], _ relative: String) throws(FileFailure) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw FileFailure("write", relative, errno: errno) }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      if errno == EINTR { continue }
      let code = errno
      close(descriptor)
      throw FileFailure("write", relative, errno: code)
    }
    rest = rest.dropFirst(count)
  }
  guard close(descriptor) == 0 else { throw FileFailure("write", relative, errno: errno) }
}
