import Diagnostics
import Glibc
import Reporting
import SpaiGen
import Testing

/// However the units are dealt out, all parts together do and say what one run does and says.
@Suite struct ShardTests {
  /// Five tenants, of which one takes another's host.
  private func estate() throws -> MemoryDisk {
    let disk = try Golden(named: "fault.txt").disk()
    let acme = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
    for name in ["borea", "corvus", "delphi", "zenith"] {
      disk.write(acme.replacing("acme", with: name), to: "tenants/\(name).yaml")
    }
    disk.write("profile: all\n", to: ".spai-gen.yaml")
    return disk
  }

  private func run(_ disk: MemoryDisk, _ shard: String?, cached: Bool = false) async throws -> [String] {
    let (findings, sources, _) = try await build(disk, cachedBy: "one") {
      if !cached { $0.cache = nil }
      $0.shard = shard.flatMap(Shard.init)
    }
    return findings.map { renderConcise([$0], sources: sources) }
  }

  private func output(_ disk: MemoryDisk) -> [String: [UInt8]] {
    disk.files.filter { $0.key.hasPrefix("out/") }
  }

  @Test(arguments: [1, 2, 3, 5, 8], [true, false]) func allPartsAreTheWhole(count: Int, cached: Bool)
    async throws
  {
    let whole = try estate()
    let told = try await run(whole, nil)
    var parts: [String: [UInt8]] = [:]
    var toldByParts: Set<String> = []
    for number in 1...count {
      let disk = try estate()
      if cached { _ = try await run(disk, nil, cached: true) }
      let before = cached ? [:] : output(disk)
      toldByParts.formUnion(try await run(disk, "\(number)/\(count)", cached: cached))
      for (path, bytes) in output(disk) where before[path] == nil {
        #expect(cached || parts[path] == nil, "\(path) is in two parts")
        parts[path] = bytes
      }
    }
    #expect(parts == output(whole))
    #expect(toldByParts == Set(told))
  }

  @Test func aMistakeIsToldByTheShardThatHasIt() async throws {
    let disk = try estate()
    let acme = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
    disk.write(acme.replacing("api: {}", with: "api: {scaling: {min: 900}}"), to: "tenants/acme.yaml")
    let told = try await run(try estate(), nil)
    let mistakes = Set(try await run(disk.copy(), nil)).subtracting(told)
    try #require(!mistakes.isEmpty)
    var parts: [[String]] = []
    for number in 1...3 { parts.append(try await run(disk.copy(), "\(number)/3")) }
    for mistake in mistakes { #expect(parts.contains { $0.contains(mistake) }, "\(mistake)") }
  }

  @Test(arguments: ["", "1", "0/4", "5/4", "1/0", "-1/4", "1/4/2", "a/b", "1/99999"])
  func aPartThatIsNone(text: String) {
    #expect(Shard(text) == nil)
  }

  /// As the Indexed Job does: eight processes at once on one folder.
  @Test func processesShareAFolder() throws {
    let project = try Project()
    let whole = try Project()
    #expect(try BuiltCommand.run(["build", "-q", "--no-lint"], in: whole.root).status == 0)
    let outputs = try (1...8).map { _ in try Project.temporaryFolder() }
    defer { for folder in outputs { try? Project.removeTree(folder) } }
    let processes = try (1...8).map { number in
      try BuiltCommand.start(
        ["build", "-q", "--no-lint", "--shard", "\(number)/8"],
        in: project.root,
        environment: [],
        outputs: outputs[number - 1]
      )
    }
    for process in processes {
      var status: CInt = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
      #expect(status == 0)
    }
    #expect(try project.output() == whole.output())
    let check = try BuiltCommand.run(["build", "--check", "--no-lint", "--cache"], in: project.root)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func theJobManifestIsValid() throws {
    let path = "Docs/scale/indexed-job.yaml"
    let result = try BuiltCommand.run(["validate", path], in: Project.repository)
    #expect(result.status == 0, "\(result.errors)")
    let lint = try BuiltCommand.run(["lint", path, "--fail-on", "warning"], in: Project.repository)
    #expect(lint.status == 0, "\(lint.errors)")
  }

  @Test func timesAreToldAndTraced() throws {
    let project = try Project(empty: true)
    for path in try Golden.folder.files(below: "base") {
      try project.write(try #require(try Golden.folder.read("base/\(path)")), to: path)
    }
    let result = try BuiltCommand.run(["build", "--timings", "--trace", "trace.json"], in: project.root)
    #expect(result.status == 0)
    for stage in [Stage.read, .resolve, .render, .check, .print, .lint, .write, .cluster] {
      #expect(result.errors.contains("\n\(stage.rawValue) "), "\(stage)")
    }
    let trace = try project.text("trace.json")
    #expect(trace.contains("\"name\": \"production/acme\""))
    #expect(trace.contains("\"ph\": \"X\""))
  }
}
