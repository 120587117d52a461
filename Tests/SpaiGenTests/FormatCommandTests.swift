import Diagnostics
import Glibc
import SpaiGen
import Specification
import Testing
import YAMLSyntax

@Suite struct FormatCommandTests {
  private func fmt(_ arguments: [String], in project: Project) throws -> BuiltCommand.Result {
    try BuiltCommand.run(["fmt", "--diagnostics", "concise"] + arguments, in: project.root)
  }

  private func small() throws -> Project {
    let project = try Project(empty: true)
    try project.write("kind: Platform\n", to: "templates/platform.yaml")
    try project.write("kind: Tenant\n", to: "tenants/acme.yaml")
    return project
  }

  @Test func theSampleIsInItsForm() throws {
    let result = try BuiltCommand.run(["fmt", "--check", "--root", Project.repository])
    #expect(result.status == 0, "\(result.errors)")
  }

  /// Comments and values are the same bytes in another order: whatever moved, nothing came or went.
  @Test func everySpecOfTheTestsKeepsAllThatItSays() throws {
    var findings = Findings()
    var specs = Set(
      readSpecs(at: ["templates", "tenants"].map { "\(Project.repository)/\($0)" }, reporting: &findings)
        .sources
        .map(\.bytes)
    )
    for golden in Golden.all + Golden.goldens(in: "revisions") {
      specs.formUnion(try golden.disk().files.values)
    }
    func formatted(_ bytes: [UInt8]) -> [UInt8]? {
      var sources = SourceMap()
      let id = sources.add(path: "spec.yaml", owner: .tenant, bytes: bytes)
      return formatYAML(sources[id], order: canonicalOrder, reporting: &findings)
    }
    var count = 0
    for spec in specs {
      let text = String(decoding: spec, as: UTF8.self)
      guard let once = formatted(spec) else { continue }
      #expect(formatted(once) == once, "\(text)")
      func words(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != 0x20 && $0 != 0x0A }.sorted() }
      #expect(words(once) == words(spec), "\(text)")
      count += 1
    }
    // The goldens that are not YAML.
    #expect(
      findings.all.allSatisfy { ["SPAI1001", "SPAI1003", "SPAI1005"].contains($0.code.id) },
      "\(findings.all.map(\.code.id))"
    )
    #expect(count > 200)
  }

  @Test func keysAreInTheOrderOfTheirKind() throws {
    let project = try small()
    let written = """
      # acme

      services:
        api:
          environments: {}
          # why
          replicas: {minimum: 2}
          mystery: 1
          image:
              tag: "1"
              name: a
      kind: Tenant
      metadata: {name: acme}
      apiVersion: spai/v1 # the only one

      """
    try project.write(written, to: "tenants/acme.yaml")
    let check = try fmt(["--check"], in: project)
    #expect(check.status == 1)
    #expect(check.errors.contains("tenants/acme.yaml:3:1: error[SPAI1510]"))
    #expect(try project.text("tenants/acme.yaml") == written)
    let result = try fmt([], in: project)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors == "wrote tenants/acme.yaml\n2 specs, 1 written anew\n")
    #expect(
      try project.text("tenants/acme.yaml") == """
        # acme

        apiVersion: spai/v1 # the only one
        kind: Tenant
        metadata: {name: acme}
        services:
          api:
            image:
              name: a
              tag: "1"
            # why
            replicas: {minimum: 2}
            environments: {}
            mystery: 1

        """
    )
    #expect(try fmt(["--check"], in: project).status == 0)
    #expect(try project.folder.files(below: "tenants") == ["acme.yaml"], "nothing temporary is left")
  }

  @Test func whatIsBrokenStaysAndTheRestIsWritten() throws {
    let project = try small()
    try project.write("kind: [Tenant\n", to: "tenants/broken.yaml")
    try project.write("metadata:\n    name: a\nkind: Tenant\n", to: "tenants/other.yaml")
    let result = try fmt([], in: project)
    #expect(result.status == 1)
    #expect(result.errors.contains("SPAI1001"))
    #expect(try project.text("tenants/broken.yaml") == "kind: [Tenant\n")
    // Not a document of ours: its order means something to somebody else.
    #expect(try project.text("tenants/other.yaml") == "metadata:\n  name: a\nkind: Tenant\n")
  }

  @Test func linksAreRefused() throws {
    let project = try small()
    try project.write("kind:   Tenant\n", to: "elsewhere.yaml")
    #expect(symlink("../elsewhere.yaml", "\(project.root)/tenants/link.yaml") == 0)
    let all = try fmt([], in: project)
    #expect(all.status == 2)
    #expect(all.errors.contains("SPAI0003"))
    #expect(try fmt(["tenants/link.yaml"], in: project).status == 2)
    #expect(try project.text("elsewhere.yaml") == "kind:   Tenant\n")
    #expect(try project.folder.kind("tenants/link.yaml") == .link)
  }

  @Test func namedFilesAndFoldersAreWrittenAndNothingElse() throws {
    let project = try small()
    try project.write("a:   1\n", to: "tenants/one.yaml")
    try project.write("a:   1\n", to: "tenants/deep/two.yml")
    try project.write("a:   1\n", to: "tenants/deep/three.txt")
    try project.write("{\"a\":   1}\n", to: "tenants/deep/four.json")
    #expect(try fmt(["tenants/deep"], in: project).status == 0)
    #expect(try project.text("tenants/one.yaml") == "a:   1\n")
    #expect(try project.text("tenants/deep/two.yml") == "a: 1\n")
    #expect(try project.text("tenants/deep/three.txt") == "a:   1\n")
    #expect(try fmt(["\(project.root)/tenants/one.yaml"], in: project).status == 0)
    #expect(try project.text("tenants/one.yaml") == "a: 1\n")
    #expect(try fmt(["tenants/none.yaml"], in: project).status == 2)
  }
}
