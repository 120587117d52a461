import Diagnostics
import Kubernetes
import Reporting
import SpaiGen
import TestSupport
import Testing

/// The cache may save work and nothing else: a build with it does and says what one without it does.
@Suite struct CacheTests {
  /// Two tenants with notes, built once.
  private func built() async throws -> MemoryDisk {
    let disk = try Golden(named: "fault.txt").disk()
    let acme = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
    disk.write(acme.replacing("acme", with: "zenith"), to: "tenants/zenith.yaml")
    disk.write("profile: all\n", to: ".spai-gen.yaml")
    _ = try await build(disk, cachedBy: "one")
    return disk
  }

  private func output(_ disk: MemoryDisk) -> [String: [UInt8]] {
    disk.files.filter { $0.key.hasPrefix("out/") }
  }

  private func recalled(_ disk: MemoryDisk, by tool: String = "one") async throws -> [String] {
    let outcome = try #require(try await build(disk, cachedBy: tool).outcome)
    return outcome.units.filter(\.isRecalled).map(\.id.path)
  }

  private let all = ["production/_cluster", "production/acme", "production/zenith"]

  @Test func whatIsAsItWasIsRecalled() async throws {
    let disk = try await built()
    let told = try await build(disk, cachedBy: "one") { $0.cache = nil }.findings
    #expect(!told.isEmpty, "findings are recalled, too")
    #expect(try await build(disk, cachedBy: "one").findings == told)
    #expect(try await recalled(disk) == all)
    let copy = disk.copy()
    #expect(try await recalled(copy) == all, "a copy has other stamps and the same content")
    #expect(try await recalled(disk, by: "another") == [])
  }

  @Test func aChangeCostsItsUnit() async throws {
    let disk = try await built()
    let acme = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
    disk.write(acme.replacing("1.0.1", with: "1.0.2"), to: "tenants/acme.yaml")
    let outcome = try #require(try await build(disk, cachedBy: "one").outcome)
    #expect(
      outcome.units.filter(\.isRecalled).map(\.id.path) == ["production/_cluster", "production/zenith"]
    )
    #expect(outcome.units.compactMap(\.cacheMiss) == ["tenants/acme.yaml changed"])
    #expect(try await recalled(disk) == all)
  }

  @Test func aUnitWithErrorsIsNeverKept() async throws {
    let disk = try await built()
    let acme = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
    disk.write(acme.replacing("services:", with: "servces:"), to: "tenants/acme.yaml")
    for _ in 1...2 {
      let (findings, _, outcome) = try await build(disk, cachedBy: "one")
      #expect(findings.contains { $0.severity == .error })
      #expect(outcome?.units.filter(\.isRecalled).map(\.id.path) == ["production/zenith"])
    }
  }

  @Test func whoIsBrokenByAnotherIsNotRecalled() async throws {
    let disk = try await built()
    let zenith = String(decoding: disk.files["tenants/zenith.yaml"] ?? [], as: UTF8.self)
    disk.write(
      zenith.replacing("production: {}", with: "production: {namespace: acme-prod}"),
      to: "tenants/zenith.yaml"
    )
    let twin = disk.copy()
    let known = try await build(disk, cachedBy: "one"),
      anew = try await build(twin, cachedBy: "one") { $0.cache = nil }
    #expect(known.findings.contains { $0.severity == .error })
    #expect(known.findings == anew.findings)
    #expect(known.outcome?.units.map(\.isFailed) == anew.outcome?.units.map(\.isFailed))
  }

  /// Random histories: specs, output and records are changed, torn, lost and brought back.
  @Test(arguments: 0..<24) func aBuildWithItIsABuildWithoutIt(number: UInt64) async throws {
    var dice = SplitMix64(seed: seed &+ number)
    let disk = try await built()
    var former = [disk.files]
    for step in 1...12 {
      let act = change(disk, former, &dice)
      let twin = disk.copy()
      for path in twin.files.keys where path.hasPrefix(BuildCache.folderName) { twin.remove(path) }
      let (findings, sources, outcome) = try await build(disk, cachedBy: "one")
      let (others, otherSources, other) = try await build(twin, cachedBy: "one") { $0.cache = nil }
      let place = "SPAI_SEED=\(seed), history \(number), step \(step): \(act)"
      #expect(output(disk) == output(twin), "\(place)")
      #expect(
        renderForTerminal(findings, sources: sources, palette: .plain)
          == renderForTerminal(others, sources: otherSources, palette: .plain),
        "\(place)"
      )
      #expect(outcome?.units.map(\.files) == other?.units.map(\.files), "\(place)")
      #expect(outcome?.units.map(\.extensions) == other?.units.map(\.extensions), "\(place)")
      former.append(disk.files)
    }
  }

  /// Changes something, and tells what.
  private func change(
    _ disk: MemoryDisk,
    _ former: [[String: [UInt8]]],
    _ dice: inout SplitMix64
  ) -> String {
    func any(_ prefix: String) -> String? {
      disk.files.keys.filter { $0.hasPrefix(prefix) }.sorted().randomElement(using: &dice)
    }
    func edit(_ path: String?, _ change: ([UInt8]) -> [UInt8]) -> String {
      guard let path, let bytes = disk.files[path] else { return "nothing" }
      disk.write(change(bytes), to: path)
      return path
    }
    switch Int.random(in: 0..<9, using: &dice) {
    case 0:
      return "tag of "
        + edit(any("tenants/")) {
          Array(String(decoding: $0, as: UTF8.self).replacing("1.0.1", with: "1.0.2").utf8)
        }
    case 1: return "comment in " + edit(any("t")) { $0 + Array("# \(dice.next())\n".utf8) }
    case 2: return "edit of " + edit(any("out/")) { $0.dropLast() + [UInt8(ascii: " ")] }
    case 3:
      guard let path = any("out/") else { return "nothing" }
      disk.remove(path)
      return "removal of \(path)"
    case 4:
      disk.write("mine", to: "out/production/acme/notes.txt")
      return "a foreign file"
    case 5:
      let at = Int.random(in: 0..<2000, using: &dice)
      return "flip in "
        + edit(any(BuildCache.folderName)) { bytes in
          var bytes = bytes
          if bytes.indices.contains(at) { bytes[at] ^= 1 }
          return bytes
        }
    case 6: return "cut of " + edit(any(BuildCache.folderName)) { Array($0.prefix(Int(dice.next() % 3000))) }
    case 7:
      guard let one = any(BuildCache.folderName), let other = any(BuildCache.folderName) else {
        return "nothing"
      }
      return "record of \(other) as " + edit(one) { disk.files[other] ?? $0 }
    default:
      // As a switch of branches does: specs and output of another time, and the records of now.
      let past = former.randomElement(using: &dice) ?? [:]
      for path in disk.files.keys where !path.hasPrefix(BuildCache.folderName) && past[path] == nil {
        disk.remove(path)
      }
      for (path, bytes) in past where !path.hasPrefix(BuildCache.folderName) && disk.files[path] != bytes {
        disk.write(bytes, to: path)
      }
      return "another branch"
    }
  }

  @Test(arguments: [true, false]) func everyOperationMayFail(killed: Bool) async throws {
    func changed() async throws -> MemoryDisk {
      let disk = try await built()
      let acme = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
      disk.write(acme.replacing("1.0.1", with: "1.0.2"), to: "tenants/acme.yaml")
      return disk
    }
    let reference = try await changed()
    reference.set(nil)
    _ = try await build(reference, cachedBy: "one")
    let after = output(reference)
    try #require(reference.changeCount > 5)
    for number in 1...reference.changeCount {
      let disk = try await changed()
      disk.set(killed ? .killed(number) : .once(number))
      _ = try await build(disk, cachedBy: "one")
      disk.set(nil)
      _ = try await build(disk, cachedBy: "one")
      #expect(output(disk) == after, "operation \(number)")
    }
  }

  @Test func aPartOfABuildHidesItToo() throws {
    let project = try baseProject()
    let result = try BuiltCommand.run(["build", "--tenant", "acme"], in: project.root)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try project.text("\(BuildCache.folderName)/.gitignore").hasSuffix("*\n"))
    #expect(try project.text("\(BuildCache.folderName)/CACHEDIR.TAG").hasPrefix("Signature: "))
  }

  private func baseProject() throws -> Project {
    let project = try Project(empty: true)
    for path in try Golden.folder.files(below: "base") {
      try project.write(try #require(try Golden.folder.read("base/\(path)")), to: path)
    }
    return project
  }

  @Test func theCommandExplainsIt() throws {
    let project = try baseProject()
    func run(_ options: String...) throws -> String {
      let result = try BuiltCommand.run(["build"] + options, in: project.root)
      return result.output + result.errors
    }
    #expect(try run("--explain-cache").contains("production/acme: nothing is known of it"))
    #expect(try run("--explain-cache").contains("2 of 2 units from the cache"))
    #expect(try run("--explain-cache", "--no-cache").contains("0 of 2 units from the cache"))
    #expect(try run("--explain-cache", "--check").contains("0 of 2 units from the cache"))
    #expect(try run("--explain-cache", "--check", "--cache").contains("2 of 2 units from the cache"))
    #expect(try project.text("\(BuildCache.folderName)/.gitignore").hasSuffix("*\n"))
    try project.edit("tenants/acme.yaml", "services:", "# of no meaning\nservices:")
    #expect(try run("--explain-cache").contains("production/acme: tenants/acme.yaml changed"))
    let path = try #require(try project.folder.files(below: "out/production/acme").last)
    try project.write("edited", to: "out/production/acme/\(path)")
    #expect(try run("--explain-cache").contains("is not what spai-gen wrote"))
  }
}
