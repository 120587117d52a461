internal import YAMLSyntax

import Diagnostics
import Reporting
import SpaiGen
import Testing

/// What a build says about the output that it finds.
@Suite struct OutputTests {
  private func lines(_ disk: MemoryDisk, _ change: (inout BuildOptions) -> Void = { _ in }) async throws
    -> [String]
  {
    let (findings, sources, _) = try await build(disk, change)
    return findings.map { renderConcise([$0], sources: sources) }
  }

  private func built() async throws -> MemoryDisk {
    let disk = try Golden(named: "fault.txt").disk()
    #expect(try await lines(disk) == [])
    return disk
  }

  @Test func anEditedFileThatIsNoLongerMadeIsKept() async throws {
    let disk = try await built()
    let path = "out/production/acme/acme-prod/service-extra.yaml"
    disk.write("mine: 1\n", to: path)
    let tenant = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
    disk.write(tenant.replacing("  extra: {template: api}\n", with: ""), to: "tenants/acme.yaml")
    #expect(
      try await lines(disk) == [
        "warning[SPAI1503]: '\(path)' is no longer made, but was edited and is kept\n"
      ]
    )
    #expect(disk.files[path] == Array("mine: 1\n".utf8))
    #expect(disk.files["out/production/acme/acme-prod/deployment.apps-extra.yaml"] == nil)
  }

  @Test func aLockThatCannotBeReadPrunesNothing() async throws {
    let disk = try await built()
    let lock = "out/production/acme/.spai-gen.lock"
    disk.write("torn", to: lock)
    let tenant = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
    disk.write(tenant.replacing("  extra: {template: api}\n", with: ""), to: "tenants/acme.yaml")
    let said = try await lines(disk)
    #expect(
      said.contains { $0.hasPrefix("warning[SPAI1505]: the lock of 'production/acme' cannot be trusted") }
    )
    #expect(disk.files["out/production/acme/acme-prod/deployment.apps-extra.yaml"] != nil)
  }

  @Test func twoObjectsOfOneNameAreRefused() async throws {
    let disk = try Golden(named: "fault.txt").disk()
    let tenant = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
    disk.write(tenant + "  default-deny: {template: api}\n", to: "tenants/acme.yaml")
    let said = try await lines(disk)
    #expect(said.count == 1)
    #expect(said.first?.contains("error[SPAI1506]") == true, "\(said)")
    #expect(!disk.files.keys.contains { $0.hasPrefix("out/production/acme/") })
  }

  /// SPAI1507 is a bug of ours by definition; that it would be seen can be tested all the same.
  @Test func bytesThatReadBackOtherwiseAreSeen() {
    let right = PlannedFile(path: "a.yaml", bytes: Array("a: 1\n".utf8), lines: [], tree: ["a": 1])
    let wrong = PlannedFile(path: "a.yaml", bytes: Array("a: \"1\"\n".utf8), lines: [], tree: ["a": 1])
    #expect(right.readBackProblem == nil)
    #expect(wrong.readBackProblem != nil)
  }
}
