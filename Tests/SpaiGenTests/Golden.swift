import Diagnostics
import Glibc
import Reporting
import SpaiGen
import Testing

/// One case of `Tests/Goldens`: changes to the base platform there, and what a build of it gives.
///
/// A case is a text of sections, each headed by a line of three dashes: `--- write PATH` and its content,
/// `--- append PATH`, `--- replace PATH` with lines `- old` and `+ new` by turns, `--- shows KIND…`, and the expectations
/// `--- findings` and `--- output`.
struct Golden: CustomTestStringConvertible, Sendable {
  let name: String
  private let place: String
  private var sections: [(head: String, body: String)]

  static let folder = Folder(Project.repository + "/Tests/Goldens")

  static let all = goldens(in: "cases")

  static func goldens(in place: String) -> [Golden] {
    let files = (try? folder.files(below: place)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.compactMap { try? Golden(named: $0, in: place) }
  }

  init(named name: String, in place: String = "cases") throws {
    self.name = name
    self.place = place
    let text = String(decoding: try #require(try Self.folder.read("\(place)/\(name)")), as: UTF8.self)
    sections = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--- ") {
        sections.append((String(line.dropFirst(4)), ""))
      } else if !sections.isEmpty {
        sections[sections.count - 1].body += line + "\n"
      }
    }
    // The text ends with the end of a line, after which nothing comes.
    if !sections.isEmpty { sections[sections.count - 1].body.removeLast() }
  }

  var testDescription: String { name }

  func expected(_ head: String) -> String? {
    sections.first { $0.head == head }?.body
  }

  /// A disk with the base platform.
  static func base() throws -> MemoryDisk {
    let disk = MemoryDisk()
    for path in try folder.files(below: "base") {
      disk.write(String(decoding: try folder.read("base/\(path)") ?? [], as: UTF8.self), to: path)
    }
    return disk
  }

  /// A disk with the base platform and the changes of the case; before it, only those headed by `both`.
  func disk(before: Bool = false) throws -> MemoryDisk {
    let disk = try Self.base()
    for (head, body) in sections {
      var words = head.split(separator: " ").map(String.init)
      let isOfBoth = words.first == "both"
      if isOfBoth { words.removeFirst() }
      guard words.count == 2, isOfBoth || !before else { continue }
      let path = words[1]
      let text = String(decoding: disk.files[path] ?? [], as: UTF8.self)
      switch words[0] {
      case "write": disk.write(body, to: path)
      case "append": disk.write(text + body, to: path)
      case "remove": disk.remove(path)
      case "replace": disk.write(try replacing(body, in: text), to: path)
      default: continue
      }
    }
    return disk
  }

  private func replacing(_ pairs: String, in text: String) throws -> String {
    var text = text
    var old: String?
    for line in pairs.split(separator: "\n") {
      if line.hasPrefix("- ") {
        old = String(line.dropFirst(2))
      } else if line.hasPrefix("+ "), let wanted = old {
        try #require(text.contains(wanted), "'\(wanted)' is not there")
        text = text.replacing(wanted, with: String(line.dropFirst(2)).replacing("\\n", with: "\n"))
      }
    }
    return text
  }

  /// What a build of the case says, and the objects of the kinds that it shows.
  func build() async throws -> (findings: String, output: String) {
    let disk = try disk()
    let (findings, sources, _) = try await SpaiGenTests.build(disk)
    var output = ""
    if let head = sections.first(where: { $0.head.hasPrefix("shows ") })?.head {
      let kinds = head.lowercased().split(separator: " ").dropFirst().map { "/\($0)" }
      let files = disk.files.filter { path, _ in
        path.hasPrefix("out/") && kinds.contains { path.contains("\($0)-") || path.contains("\($0).") }
      }
      for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
        output += "# \(path)\n" + String(decoding: bytes, as: UTF8.self)
      }
    }
    return (renderForTerminal(findings, sources: sources, palette: .plain), output)
  }

  /// Writes what came out into the case, by section; to be read line by line before it is committed.
  func update(_ results: [String: String]) throws {
    var text = ""
    for (head, body) in sections { text += "--- \(head)\n" + (results[head] ?? body) }
    try Self.folder.write(Array(text.utf8), to: "\(place)/\(name)")
  }
}

/// Builds what is on a disk of memory.
///
/// - Parameters:
///   - disk: The disk.
///   - tool: The name of the compiler in the cache; without one, there is no cache, and every byte is read back.
///   - change: What else is asked for.
/// - Returns: The findings, where they point, and the outcome if anything could be built.
/// - Throws: Nothing of its own.
func build(
  _ disk: MemoryDisk,
  cachedBy tool: String? = nil,
  _ change: (inout BuildOptions) -> Void = { _ in }
) async throws -> (findings: [Diagnostic], sources: SourceMap, outcome: BuildOutcome?) {
  var findings = Findings()
  var sources = discover(in: disk.folder, reporting: &findings)
  guard findings.errorCount == 0, let workspace = Workspace(&sources, reporting: &findings) else {
    return (findings.all.sortedAndUnique(), sources, nil)
  }
  var options = BuildOptions()
  options.verifies = tool == nil
  if let tool {
    options.lint = LintPlan(readLintConfiguration(in: disk.folder, &sources, reporting: &findings), sources)
    options.cache = BuildCache(tool: tool, workspace, sources, options.overrides, isLinting: true)
  }
  change(&options)
  let outcome = await SpaiGen.build(workspace, in: disk.folder, options: options)
  findings.report(contentsOf: outcome.diagnostics)
  return (findings.all.sortedAndUnique(), sources, outcome)
}

/// Whether this run writes expectations instead of comparing with them.
let updatesGoldens = getenv("UPDATE_GOLDENS") != nil
