private import Glibc

/// What tells this compiler from any other: its version, and where, how large and how old its file is.
///
/// The file is not read: it is larger than the specs of a hundred tenants.
///
/// - Returns: nil where that cannot be told; nothing may then be taken from a cache.
package func toolIdentity(version: String) -> String? {
  var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
  let count = readlink("/proc/self/exe", &path, Int(PATH_MAX))
  guard count > 0 else { return nil }
  let text = String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  guard let stamp = FileStamp(at: text) else { return nil }
  return "\(version) \(text) \(stamp.size) \(stamp.modified)"
}
