import Compliance
import Diagnostics
import SpaiGen
import Testing

/// Documents about compliance stand among the specs, and `build` passes them by.
@Suite struct WorkspaceTests {
  private func workspace(
    _ more: [(path: String, owner: Owner, text: String)],
    _ findings: inout Findings
  ) throws -> Workspace? {
    let folder = Folder(String(#filePath.dropLast("/Tests/ComplianceTests/WorkspaceTests.swift".utf8.count)))
    var sources = SourceMap()
    for path in try folder.files(below: "templates").sorted() where path.hasSuffix(".yaml") {
      let bytes = try folder.read("templates/\(path)") ?? []
      _ = sources.add(path: "templates/\(path)", owner: .platform, bytes: bytes)
    }
    for file in more { _ = sources.add(path: file.path, owner: file.owner, bytes: Array(file.text.utf8)) }
    return Workspace(&sources, reporting: &findings)
  }

  @Test func theyAreKeptForTheCheck() throws {
    var findings = Findings()
    let workspace = try workspace([("templates/waivers.yaml", .platform, waiver())], &findings)
    #expect(findings.all.map(\.message) == [])
    let documents = try #require(workspace).compliance.decode(reporting: &findings)
    #expect(findings.all.map(\.message) == [])
    #expect(documents.frameworks.count == 8)
    #expect(documents.waivers.map(\.name) == ["W-1"])
  }

  @Test func aTenantWaivesNothing() throws {
    var findings = Findings()
    _ = try workspace([("tenants/acme.yaml", .tenant, waiver())], &findings)
    #expect(
      findings.all.map { "\($0.code.id) \($0.message)" } == ["SPAI1108 kind 'Waiver' does not belong here"]
    )
  }

  @Test func aBrokenOneIsToldByTheCheckOnly() throws {
    var findings = Findings()
    let broken = framework("mine", controls: control("a", "pod-privilegd"))
    let workspace = try workspace([("templates/mine.yaml", .platform, broken)], &findings)
    #expect(findings.all.isEmpty)
    _ = try #require(workspace).compliance.decode(reporting: &findings)
    #expect(findings.all.map(\.code.id) == ["SPAI1904"])
  }
}
