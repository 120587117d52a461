package import Diagnostics

/// Reads the specs of a revision from the objects of git; the working tree is neither read nor touched.
///
/// What is found, and what is left alone, is what `discover` finds in a folder.
///
/// - Parameters:
///   - revision: A name of a commit, such as `HEAD` or `origin/main`.
///   - root: The root of the platform repository on the disk; it may be a folder of a larger repository.
///   - findings: What prevents it.
/// - Returns: The sources; nil where they cannot be read.
package func discover(
  revision: String,
  in root: String,
  reporting findings: inout Findings
) -> SourceMap? {
  do throws(GitProblem) {
    let commit = try commit(named: revision, in: root)
    let entries = try entries(of: commit, below: inputFolders.map(\.name), in: root)
    let files = entries.filter { $0.isFile && isSpec($0.path) && !isHidden($0.path) }
    let contents = try contents(of: files.map(\.object), in: root)
    for entry in entries where entry.mode == "120000" && !isHidden(entry.path) {
      findings.report(.linkedInput(entry.path))
    }
    var sources = SourceMap()
    for (name, owner) in inputFolders {
      let below = zip(files, contents).filter { $0.0.path.hasPrefix(name + "/") }
      if !entries.contains(where: { $0.path.hasPrefix(name + "/") }) {
        findings.report(.noFolder(name, in: revision))
      }
      for (entry, bytes) in below { _ = sources.add(path: entry.path, owner: owner, bytes: bytes) }
    }
    return sources
  } catch {
    findings.report(error.diagnostic(revision))
    return nil
  }
}

/// Reads the specs of the other side of a comparison: a folder where there is one of that name, and a revision otherwise.
///
/// - Parameters:
///   - before: A path of a folder, or the name of a revision.
///   - root: The root of the platform repository, whose revisions are meant.
///   - findings: What prevents it.
/// - Returns: The sources; none where they cannot be read.
/// - Throws: What the disk refuses.
package func discover(
  before: String,
  root: String,
  reporting findings: inout Findings
) throws(FileFailure) -> SourceMap {
  // A name that starts with a hyphen is no folder either: `./-name` is.
  if !before.isEmpty, !before.hasPrefix("-"), try Folder(before).isFolder {
    let folder = Folder(before)
    for (name, _) in inputFolders where try folder.kind(name) != .folder {
      findings.report(.noFolder(name, in: before))
    }
    return findings.errorCount == 0 ? discover(in: folder, reporting: &findings) : SourceMap()
  }
  return discover(revision: before, in: root, reporting: &findings) ?? SourceMap()
}

/// The names that git has for the contents of files in a revision, by path.
///
/// - Parameters:
///   - revision: A name of a commit.
///   - path: A file, or a folder with everything below it.
///   - root: The root of the platform repository.
///   - findings: What prevents it.
/// - Returns: None where there is no such path; nil where the revision cannot be read.
func objectNames(
  in revision: String,
  at path: String,
  root: String,
  reporting findings: inout Findings
) -> [String: String]? {
  do throws(GitProblem) {
    let entries = try entries(of: try commit(named: revision, in: root), below: [path], in: root)
    return Dictionary(entries.map { ($0.path, $0.object) }, uniquingKeysWith: { first, _ in first })
  } catch {
    findings.report(error.diagnostic(revision))
    return nil
  }
}

extension Folder {
  /// Whether the folder itself is there; a link to one is, because the user named it.
  fileprivate var isFolder: Bool {
    get throws(FileFailure) { try kind(".") == .folder }
  }
}

/// Why the specs of a revision cannot be read.
private enum GitProblem: Error {
  case notStarted(FileFailure)
  case notARepository(String)
  case refusedName
  case noSuchRevision
  case failed(String)
}

/// One line of `git ls-tree`.
private struct TreeEntry {
  let mode: Substring
  let object: String
  let path: String

  var isFile: Bool { mode.hasPrefix("100") }
}

private func git(
  _ arguments: [String],
  in root: String,
  input: [UInt8] = []
) throws(GitProblem) -> GitResult {
  do throws(FileFailure) {
    return try runGit(arguments, in: root, input: input)
  } catch {
    throw .notStarted(error)
  }
}

/// The commit that a name stands for, so that nothing else is ever taken from the command line.
private func commit(named revision: String, in root: String) throws(GitProblem) -> String {
  // What starts with a hyphen would be an option, whatever comes before it in some version of git.
  guard !revision.hasPrefix("-"), !revision.isEmpty, !revision.utf8.contains(where: { $0 < 0x20 }) else {
    throw .refusedName
  }
  let found = try git(
    ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"],
    in: root
  )
  let name = String(decoding: found.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  if found.status == 0, !name.isEmpty, name.utf8.allSatisfy(isHexDigit) { return name }
  let place = try git(["rev-parse", "--git-dir"], in: root)
  throw place.status == 0 ? .noSuchRevision : .notARepository(place.complaint)
}

/// Everything at or below some paths, in the order in which a folder is read.
private func entries(of commit: String, below paths: [String], in root: String) throws(GitProblem)
  -> [TreeEntry]
{
  let listed = try git(["ls-tree", "-r", "-z", commit, "--"] + paths, in: root)
  guard listed.status == 0 else { throw .failed(listed.complaint) }
  // MODE SP TYPE SP OBJECT TAB PATH
  let entries = listed.output.split(separator: 0).compactMap { line -> TreeEntry? in
    let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
    let head = parts.first.map { String(decoding: $0, as: UTF8.self).split(separator: " ") } ?? []
    guard parts.count == 2, head.count == 3 else { return nil }
    return TreeEntry(
      mode: head[0],
      object: String(head[2]),
      path: String(decoding: parts[1], as: UTF8.self)
    )
  }
  return entries.sorted { left, right in
    left.path.split(separator: "/").lexicographicallyPrecedes(right.path.split(separator: "/")) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}

/// The bytes of objects, all by one process.
private func contents(of objects: [String], in root: String) throws(GitProblem) -> [[UInt8]] {
  guard !objects.isEmpty else { return [] }
  let batch = try git(
    ["cat-file", "--batch"],
    in: root,
    input: Array(objects.map { $0 + "\n" }.joined().utf8)
  )
  var rest = batch.output[...]
  var contents: [[UInt8]] = []
  for object in objects {
    // OBJECT SP TYPE SP SIZE LF CONTENT LF
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    let head = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard head.count == 3, head[0] == object, head[1] == "blob", let size = Int(head[2]),
      rest.count > line.count + 1 + size
    else { throw .failed(batch.complaint.isEmpty ? "object \(object) is missing" : batch.complaint) }
    rest = rest.dropFirst(line.count + 1)
    contents.append(Array(rest.prefix(size)))
    rest = rest.dropFirst(size + 1)
  }
  return contents
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
  default: false
  }
}

// MARK: - Messages

extension Code {
  package static let noGit = Code("SPAI1801", "no-git")
  package static let notARepository = Code("SPAI1802", "not-a-repository")
  package static let noSuchRevision = Code("SPAI1803", "no-such-revision")
  package static let gitFailed = Code("SPAI1804", "git-failed")
  package static let noFolderInRevision = Code("SPAI1805", "no-folder-in-revision")
}

extension GitProblem {
  func diagnostic(_ revision: String) -> Diagnostic {
    switch self {
    case .notStarted(let failure):
      Diagnostic(
        .noGit,
        .error,
        "cannot run git: \(failure.reason)",
        at: nil,
        help: "Install git, or give a folder that holds the other revision."
      )
    case .notARepository(let complaint):
      Diagnostic(
        .notARepository,
        .error,
        "git finds no repository: \(complaint)",
        at: nil,
        help: "Run spai-gen in a clone, or give a folder that holds the other revision."
      )
    case .refusedName:
      Diagnostic(
        .noSuchRevision,
        .error,
        "'\(revision)' is not the name of a revision",
        at: nil,
        help: "Give a branch, a tag or a commit."
      )
    case .noSuchRevision:
      Diagnostic(
        .noSuchRevision,
        .error,
        "there is no revision '\(revision)', and no such folder",
        at: nil,
        help: "Fetch it first: a shallow clone has one commit only, as in `git fetch origin main`."
      )
    case .failed(let complaint):
      Diagnostic(
        .gitFailed,
        .error,
        "git cannot read '\(revision)': \(complaint)",
        at: nil,
        help: "See what `git fsck` says, or fetch what a partial clone left out."
      )
    }
  }
}

extension Diagnostic {
  fileprivate static func noFolder(_ name: String, in revision: String) -> Self {
    Diagnostic(
      .noFolderInRevision,
      .error,
      "there is no folder '\(name)/' in '\(revision)'",
      at: nil,
      help: "Compare with a revision that has a platform, or give its root by '--root'."
    )
  }
}
