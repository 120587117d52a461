import Diagnostics
import Glibc
import Reporting
import SpaiGen
import Specification
import Testing

/// A copy of the repository's own sample platform in a temporary folder, to be changed and built.
///
/// A class, because the folder on disk is one thing with an end.
final class Project {
  let root: String
  var folder: Folder { Folder(root) }

  /// A temporary folder with nothing in it.
  init(empty: Bool) throws {
    root = try Self.temporaryFolder()
  }

  init() throws {
    root = try Self.temporaryFolder()
    let sample = Folder(Project.repository)
    for input in ["templates", "tenants"] {
      for file in try sample.files(below: input) {
        try write(try #require(try sample.read("\(input)/\(file)")), to: "\(input)/\(file)")
      }
    }
  }

  static func temporaryFolder() throws -> String {
    var template = Array("/tmp/spai-gen-test-XXXXXX".utf8CString)
    let path = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } }
    return String(cString: try #require(path))
  }

  /// The repository's own out/.
  static func committedOutput() throws -> [String: [UInt8]] {
    let folder = Folder(repository)
    var files: [String: [UInt8]] = [:]
    for path in try folder.files(below: "out") { files[path] = try folder.read("out/\(path)") }
    return files
  }

  deinit {
    try? removeAll("")
  }

  /// The root of the repository that the tests are part of.
  static let repository = String(#filePath.dropLast("/Tests/SpaiGenTests/Project.swift".count))

  func write(_ bytes: [UInt8], to path: String) throws {
    if let slash = path.lastIndex(of: "/") { try folder.makeFolders(String(path[..<slash])) }
    try folder.write(bytes, to: path)
  }

  func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  func text(_ path: String) throws -> String {
    String(decoding: try #require(try folder.read(path)), as: UTF8.self)
  }

  /// Replaces a text that must be there.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try text(path)
    try #require(text.contains(old), "'\(old)' is not in \(path)")
    try write(text.replacing(old, with: new), to: path)
  }

  /// Builds, and gives the outcome with the findings in their concise form.
  @discardableResult
  func build(_ change: (inout BuildOptions) -> Void = { _ in }) async throws -> (
    outcome: BuildOutcome?, findings: [String]
  ) {
    var findings = Findings()
    var sources = discover(in: folder, reporting: &findings)
    guard findings.errorCount == 0, let workspace = Workspace(&sources, reporting: &findings) else {
      return (nil, lines(findings.all.sortedAndUnique(), sources))
    }
    var options = BuildOptions()
    options.verifies = true
    change(&options)
    let outcome = await SpaiGen.build(workspace, in: folder, options: options)
    findings.report(contentsOf: outcome.diagnostics)
    return (outcome, lines(findings.all.sortedAndUnique(), sources))
  }

  private func lines(_ diagnostics: [Diagnostic], _ sources: SourceMap) -> [String] {
    diagnostics.flatMap {
      renderConcise([$0], sources: sources).split(separator: "\n").prefix(1).map(String.init)
    }
  }

  /// Removes everything below a path of the project, and the folder itself.
  func removeAll(_ relative: String) throws {
    try Self.removeTree("\(root)/\(relative)")
  }

  /// Removes a folder with all that is in it.
  static func removeTree(_ path: String) throws {
    for (name, kind) in try Folder(path).list("") {
      if kind == .folder { try removeTree("\(path)/\(name)") } else { try Folder(path).remove(name) }
    }
    rmdir(path)
  }

  /// Every file below out/, with its bytes.
  func output() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try folder.files(below: "out") {
      files[path] = try folder.read("out/\(path)")
    }
    return files
  }
}
