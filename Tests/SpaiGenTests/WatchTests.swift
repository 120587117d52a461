import Diagnostics
import Glibc
import SpaiGen
import Testing

@Suite(.serialized) struct WatchTests {
  private func project() throws -> Project {
    let project = try Project(empty: true)
    for path in try Golden.folder.files(below: "base") {
      try project.write(try #require(try Golden.folder.read("base/\(path)")), to: path)
    }
    let acme = try project.text("tenants/acme.yaml")
    try project.write(acme.replacing("acme", with: "zenith"), to: "tenants/zenith.yaml")
    return project
  }

  /// Looks until nothing changes any more, and gives what the last rebuild did.
  private func settle(_ watcher: inout Watcher) async -> Watcher.Rebuild? {
    var last: Watcher.Rebuild?
    // A file is young for some milliseconds; until then it is looked at again.
    for _ in 0..<40 {
      if watcher.isDue() { last = await watcher.rebuild() ?? last }
      usleep(5_000)
    }
    return last
  }

  @Test func onlyWhatAChangeReachesIsBuilt() async throws {
    let project = try project()
    var watcher = Watcher(root: project.root, workers: 1)
    let isDueAtOnce = watcher.isDue()
    #expect(!isDueAtOnce, "one look does not tell whether somebody is still writing")
    let first = try #require(await settle(&watcher))
    #expect(first.outcome?.units.count == 3)
    #expect(await settle(&watcher) == nil)
    try project.edit("tenants/acme.yaml", "api: {}", "api: {image: {tag: \"1.1\"}}")
    let second = try #require(await settle(&watcher))
    #expect(second.outcome?.units.map(\.id.path) == ["production/_cluster", "production/acme"])
    #expect((second.outcome?.units.last?.files?.changed ?? 0) > 0)
    try project.write(try project.text("tenants/acme.yaml"), to: "tenants/acme.yaml")
    #expect(await settle(&watcher) == nil, "the same bytes are no change")
    try project.write(try project.text("templates/levels.yaml") + "# more\n", to: "templates/levels.yaml")
    #expect(await settle(&watcher)?.outcome?.units.count == 3)
    try project.write("profile: strict\n", to: ".spai-gen.yaml")
    #expect(await settle(&watcher)?.outcome?.units.count == 3)
    let (outcome, _) = try await project.build { $0.mode = .check }
    #expect(outcome?.units.allSatisfy { $0.files?.isClean == true } == true, "nothing was left out")
  }

  @Test func errorsAreToldAndMended() async throws {
    let project = try project()
    var watcher = Watcher(root: project.root, workers: 1)
    _ = await settle(&watcher)
    try project.edit("tenants/acme.yaml", "tier: basic", "tier: basik")
    let broken = try #require(await settle(&watcher))
    #expect(broken.diagnostics.contains { $0.code.id == "SPAI1301" })
    #expect(broken.outcome?.units.count(where: \.isFailed) == 1)
    // Another tenant's change tries the broken one again, which is still broken.
    try project.edit("tenants/zenith.yaml", "api: {}", "api: {image: {tag: \"1.2\"}}")
    #expect(await settle(&watcher)?.outcome?.units.filter(\.isFailed).map(\.id.path) == ["production/acme"])
    try project.write("kind: [\n", to: "templates/platform.yaml")
    let unreadable = try #require(await settle(&watcher))
    #expect(unreadable.outcome == nil)
    #expect(!unreadable.diagnostics.isEmpty)
    try project.write("kind: [\n", to: "templates/platform.yaml")
    #expect(await settle(&watcher) == nil, "the same mistake is told once")
    try project.write(
      try #require(try Golden.folder.read("base/templates/platform.yaml")),
      to: "templates/platform.yaml"
    )
    try project.edit("tenants/acme.yaml", "tier: basik", "tier: basic")
    #expect(await settle(&watcher)?.outcome?.units.contains(where: \.isFailed) == false)
  }

  @Test func theCommandFollowsAFolderAndEndsCleanly() throws {
    let project = try project()
    let outputs = try Project.temporaryFolder()
    defer { try? Project.removeTree(outputs) }
    let process = try BuiltCommand.start(["watch"], in: project.root, environment: [], outputs: outputs)
    func said() throws -> String { String(decoding: try Folder(outputs).read("err") ?? [], as: UTF8.self) }
    // As long as it takes; only a command that hangs ever waits so long.
    func wait(for words: String) throws {
      for _ in 0..<3000 where try !said().contains(words) { usleep(10_000) }
      let all = try said()
      #expect(all.contains(words), "\(all)")
    }
    try wait(for: "everything: 3 units")
    try project.edit("tenants/acme.yaml", "api: {}", "api: {image: {tag: \"1.1\"}}")
    try wait(
      for: "'acme' changed, and nobody reads another's specs: 2 units, "
    )
    try project.write("kind: [\n", to: "tenants/acme.yaml")
    try wait(for: "SPAI1001")
    kill(process, SIGINT)
    var status: CInt = -1
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    #expect(status == 0)
    #expect(try said().hasSuffix("stopped\n"))
    #expect(
      try project.folder.files(below: "out").allSatisfy { !$0.hasSuffix("tmp") && !$0.hasSuffix("next") }
    )
  }
}
