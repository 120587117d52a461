private import Glibc

/// What tells that a file or folder is as it was seen before, without reading it.
///
/// Every change of a file gives it another time of change, which no program can set; every file that takes the place of
/// another has another number. What is left is a change to the same length, in place, within the tick of the file
/// system's clock (a few milliseconds) in which the stamp was taken.
package struct FileStamp: Hashable, Sendable {
  /// Type and permissions, as `stat` has them.
  let mode: UInt32
  let inode: UInt64
  let size: Int64
  /// Nanoseconds since 1970.
  let modified: Int64
  /// When content, name or permissions last changed; nanoseconds since 1970.
  let changed: Int64

  package init(mode: UInt32, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.mode = mode
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  /// - Returns: nil where nothing can be looked at.
  init?(at path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    mode = status.st_mode
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
  }

  /// Whether the file system counts fractions of seconds: where it does not, a second change soon after may leave the
  /// same stamp.
  var isPrecise: Bool { changed % 1_000_000_000 != 0 }

  /// Whether it was changed so recently that a second change may leave the same stamp.
  func isYoung(at now: Int64) -> Bool {
    (0..<50_000_000).contains(now - changed)
  }

  /// The time of the clock, as stamps have it.
  static var now: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }
}
