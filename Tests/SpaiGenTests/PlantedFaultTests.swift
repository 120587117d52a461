import Diagnostics
import Linting
import SpaiGen
import Specification
import Testing

/// Mistakes planted into the sample platform, all at once: each is told by its rule, at its line, and nothing else is.
@Suite struct PlantedFaultTests {
  /// One change of the sample's specs.
  struct Fault: CustomTestStringConvertible, Sendable {
    let rule: String
    let path: String
    /// From the whole text of the file, which is empty for a new one, to the one with the mistake; nil where it does
    /// not fit.
    let plant: @Sendable (String) -> (text: String, line: Int)?
    var testDescription: String { rule }
  }

  @Test func eachIsToldByItsRuleAtItsLine() async throws {
    try #require(Self.faults.count >= 50)
    try #require(Set(Self.faults.map(\.rule)).count == Self.faults.count, "one fault a rule")
    var expected: Set<String> = []
    let disk = try sample()
    for fault in Self.faults {
      let before = String(decoding: disk.files[fault.path] ?? [], as: UTF8.self)
      let (text, line) = try #require(fault.plant(before), "\(fault.rule) does not fit into \(fault.path)")
      disk.write(text, to: fault.path)
      expected.insert("\(fault.path):\(line): \(fault.rule)")
    }
    let told = try await told(disk)
    #expect(told.subtracting(expected).sorted() == [], "told, but not planted")
    #expect(expected.subtracting(told).sorted() == [], "planted, but not told")
  }

  @Test func nothingIsToldOfTheSample() async throws {
    #expect(try await told(try sample()) == [])
  }

  /// The templates of the sample, and its smallest tenant.
  private func sample() throws -> MemoryDisk {
    let disk = MemoryDisk(), repository = Folder(Project.repository)
    for path in try repository.files(below: "templates").map({ "templates/\($0)" }) + [Self.tenantPath] {
      disk.write(String(decoding: try repository.read(path) ?? [], as: UTF8.self), to: path)
    }
    return disk
  }

  private func told(_ disk: MemoryDisk) async throws -> Set<String> {
    var findings = Findings()
    var sources = discover(in: disk.folder, reporting: &findings)
    let workspace = try #require(Workspace(&sources, reporting: &findings))
    var configuration = LintConfiguration()
    configuration.profile = .strict
    configuration.settings.take(workspace.repository.platform)
    var options = BuildOptions()
    options.mode = .list
    options.lint = LintPlan(configuration, sources)
    findings.report(contentsOf: await SpaiGen.build(workspace, in: disk.folder, options: options).diagnostics)
    return Set(
      findings.all.map { finding in
        guard let span = finding.primary?.span else { return finding.message }
        let line = LineTable(sources[span.source].bytes).position(of: span.start).line
        return "\(sources[span.source].path):\(line): \(finding.code.name)"
      }
    )
  }
}

// MARK: - Ways to plant

extension PlantedFaultTests {
  private static let tenantPath = "tenants/indie-label.yaml"

  /// An allowance of the sample taken away; the finding is at the line after it.
  static func edit(_ path: String, _ rule: String, _ line: String) -> Fault {
    Fault(rule: rule, path: path) { text in
      let parts = text.split(separator: "# spai:allow \(rule) ", omittingEmptySubsequences: false)
      guard parts.count == 2,
        parts[1].drop(while: { $0 != "\n" }).dropFirst().drop(while: { $0 == " " }).hasPrefix(line)
      else { return nil }
      return (parts.joined(separator: "# "), parts[0].count(where: \.isNewline) + 2)
    }
  }

  /// A Patch; the finding is at the line of `↓` in the body, or at its last.
  static func patch(_ rule: String, _ kind: String, _ name: String, _ body: String) -> Fault {
    document(rule, "Patch", "target: {kind: \(kind), name: \(name)}\nmerge:\n" + indented(body, by: 2))
  }

  /// A Patch of the container of Deployment 'backend'.
  static func container(_ rule: String, _ body: String) -> Fault {
    pod(rule, "containers:\n- name: backend\n" + indented(body, by: 2))
  }

  /// A Patch of its pod.
  static func pod(_ rule: String, _ body: String) -> Fault {
    patch(rule, "Deployment", "backend", "spec:\n  template:\n    spec:\n" + indented(body, by: 6))
  }

  /// An object in RawObjects.
  static func raw(_ rule: String, _ object: String) -> Fault {
    document(rule, "RawObjects", "objects:\n-\n" + indented(object.replacing("planted", with: rule), by: 2))
  }

  /// A Role in RawObjects.
  static func role(_ rule: String, _ groups: String, _ resources: String, _ verbs: String) -> Fault {
    let head = "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: planted}\nrules:\n"
    return raw(rule, head + "- \(groups)\n  \(resources)\n  \(verbs)")
  }

  private static func document(_ rule: String, _ kind: String, _ rest: String) -> Fault {
    Fault(rule: rule, path: "templates/\(rule).planted.yaml") { _ in
      let head =
        "apiVersion: spai/v1\nkind: \(kind)\nmetadata: {name: \(rule)}\nreason: A fault.\ntenant: indie-label\n"
      let text = head + rest + "\n"
      let before = text.contains("↓") ? text.prefix { $0 != "↓" } : text.dropLast()
      return (text.filter { $0 != "↓" }, before.count(where: \.isNewline) + 1)
    }
  }

  private static func indented(_ text: String, by width: Int) -> String {
    let space = String(repeating: " ", count: width)
    return text.split(separator: "\n").map { space + $0 }.joined(separator: "\n")
  }
}
