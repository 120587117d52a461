package import Diagnostics

/// Findings that may rest, one fingerprint a line: rule, object and field, without line numbers.
///
/// - Returns: The bytes of a baseline file; the same for the same findings.
package func baselineText(_ fingerprints: [String]) -> [UInt8] {
  let lines = Set(fingerprints).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return Array(
    (["# Findings of 'spai-gen lint' that may rest; new ones are told."] + lines).joined(separator: "\n").utf8
  )
    + [UInt8(ascii: "\n")]
}

/// Reads a baseline from a path of the user's own.
package func readBaseline(_ path: String, reporting findings: inout Findings) -> Set<String> {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
  do throws(FileFailure) {
    guard let bytes = try Folder(folder).read(name) else {
      throw FileFailure("read", path, reason: "No such file or directory")
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return Set(lines.filter { !$0.hasPrefix("#") })
  } catch {
    findings.report(error.diagnostic)
    return []
  }
}
