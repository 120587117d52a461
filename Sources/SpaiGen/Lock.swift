internal import Kubernetes

/// The inventory of a unit: which files are ours, by the digest of what we wrote.
///
/// Its name ends neither in .yaml nor in .json: GitOps engines would load it.
struct Lock: Equatable, Sendable {
  /// The spec that the unit comes from.
  var source: String?
  /// Digest by path.
  var digests: [String: String]

  static let name = ".spai-gen.lock"
  /// The lock of a build at work; it takes the lock's place when all is written.
  static let nextName = ".spai-gen.lock.next"
  private static let firstLine = "spai-gen lock 1"

  var bytes: [UInt8] {
    var text = Self.firstLine + "\n"
    if let source { text += "source \(source)\n" }
    for path in digests.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      text += "\(digests[path] ?? "")  \(path)\n"
    }
    return Array(text.utf8)
  }

  init(source: String?, digests: [String: String]) {
    self.source = source
    self.digests = digests
  }

  struct Problem: Error, Equatable {
    let line: Int
    let reason: String
  }

  /// Reads a lock strictly: what cannot be trusted must not decide what is deleted.
  init(_ bytes: [UInt8]) throws(Problem) {
    var lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    guard lines.popLast()?.isEmpty == true else { throw Problem(line: lines.count + 1, reason: "is cut off") }
    guard lines.first.map(String.init) == Self.firstLine else {
      throw Problem(line: 1, reason: "is not '\(Self.firstLine)'")
    }
    digests = [:]
    var last = ""
    for (index, line) in lines.enumerated().dropFirst() {
      if index == 1, line.hasPrefix("source ") {
        source = String(line.dropFirst(7))
        continue
      }
      let digest = line.prefix(64)
      guard digest.utf8.count == 64, digest.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }),
        line.dropFirst(64).hasPrefix("  ")
      else { throw Problem(line: index + 1, reason: "is no digest and path") }
      let path = String(line.dropFirst(66))
      if let reason = Self.problem(ofPath: path) { throw Problem(line: index + 1, reason: reason) }
      guard last.utf8.lexicographicallyPrecedes(path.utf8) else {
        throw Problem(line: index + 1, reason: "is out of order")
      }
      last = path
      digests[path] = String(digest)
    }
  }

  /// Why a path may not be a unit's; nil when it may.
  static func problem(ofPath path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.isEmpty || path.hasPrefix("/") { return "is no relative path" }
    if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) { return "leaves its folder" }
    if parts.contains(where: { $0.utf8.count > 255 }) { return "has a name of more than 255 bytes" }
    return path.utf8.contains(0) ? "has a NUL byte" : nil
  }

  /// Whether bytes are what a lock says stands at the path.
  func holds(_ bytes: [UInt8], at path: String) -> Bool {
    digests[path].map { $0 == sha256(bytes) } ?? false
  }
}
