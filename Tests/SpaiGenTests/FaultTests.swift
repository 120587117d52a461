import Diagnostics
import SpaiGen
import TestSupport
import Testing

/// Whatever fails, and whenever: nothing is torn, nothing is lost, and the next build finishes the work.
@Suite struct FaultTests {
  /// The disk after a first build, its tenant changed since: a service goes, a job comes, a value changes.
  private func changed() async throws -> MemoryDisk {
    let disk = try Golden(named: "fault.txt").disk()
    _ = try await build(disk)
    let tenant = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
    disk.write(
      tenant.replacing("  extra: {template: api}\n", with: "").replacing("1.0.1", with: "1.0.2")
        + "jobs:\n  report: {}\n",
      to: "tenants/acme.yaml"
    )
    return disk
  }

  private func output(_ disk: MemoryDisk) -> [String: [UInt8]] {
    disk.files.filter { $0.key.hasPrefix("out/") }
  }

  @Test(arguments: [true, false]) func everyOperationMayFail(killed: Bool) async throws {
    let reference = try await changed()
    let before = output(reference)
    reference.set(nil)
    _ = try await build(reference)
    let after = output(reference)
    let count = reference.changeCount
    try #require(count > 20)
    try #require(after != before)
    for number in 1...count {
      let disk = try await changed()
      disk.set(killed ? .killed(number) : .once(number))
      let (findings, _, _) = try await build(disk)
      #expect(findings.contains { $0.code.id == "SPAI0001" }, "operation \(number)")
      disk.set(nil)
      for (path, bytes) in output(disk) where !path.hasSuffix(Folder.temporarySuffix) {
        let isWhole =
          before[path] == bytes || after[path] == bytes || path.hasSuffix(".lock.next")
        #expect(isWhole, "\(path) is torn after operation \(number)")
      }
      let (drift, _, _) = try await build(disk) { $0.mode = .check }
      #expect(output(disk) == after || drift.contains { $0.code.id == "SPAI1501" }, "operation \(number)")
      let (rest, _, _) = try await build(disk)
      #expect(rest.count == 0, "operation \(number)")
      #expect(output(disk) == after, "operation \(number)")
    }
  }

  @Test func theOrderOfFilesOnDiskMeansNothing() async throws {
    let first = try await changed()
    let second = try await changed()
    _ = try await build(first)
    _ = try await build(second)
    #expect(output(first) == output(second))
  }
}
