import Diagnostics
import Glibc
import SpaiGen
import Testing

/// What `--changed-since` leaves out, tried on real repositories with two tenants.
@Suite(.serialized) struct ReachTests {
  private static let environment = ["PATH=/usr/bin:/bin"]

  private func repository() throws -> Project {
    let project = try Project(empty: true)
    for path in try Golden.folder.files(below: "base") {
      try project.write(try #require(try Golden.folder.read("base/\(path)")), to: path)
    }
    let acme = try project.text("tenants/acme.yaml")
    try project.write(acme.replacing("acme", with: "zenith"), to: "tenants/zenith.yaml")
    #expect(try run(["build", "-q"], in: project).status == 0)
    try git(["init", "--quiet", "--initial-branch=main"], in: project)
    try commit(project)
    return project
  }

  private func commit(_ project: Project) throws {
    try git(["add", "--all"], in: project)
    let author = ["-c", "user.name=Test", "-c", "user.email=test@example.com"]
    try git(author + ["commit", "--quiet", "-m", "Change"], in: project)
  }

  private func git(_ arguments: [String], in project: Project) throws {
    let words = ["-C", project.root] + arguments
    let result = try BuiltCommand.run(words, command: "git", environment: Self.environment)
    try #require(result.status == 0, "git \(arguments): \(result.errors)")
  }

  private func run(_ arguments: [String], in project: Project) throws -> BuiltCommand.Result {
    try BuiltCommand.run(arguments, in: project.root, environment: Self.environment)
  }

  private func since(_ project: Project, _ arguments: [String] = ["build", "--check"]) throws
    -> BuiltCommand.Result
  {
    try run(arguments + ["--changed-since", "HEAD", "--diagnostics", "concise"], in: project)
  }

  @Test func aTenantsChangeReachesItsUnitsOnly() throws {
    let project = try repository()
    let nothing = try since(project)
    #expect(nothing.status == 0)
    #expect(nothing.errors.hasPrefix("since 'HEAD': no spec changed: 0 of 2 units\n0 units"))
    try project.edit("tenants/acme.yaml", "api: {}", "api: {image: {tag: \"1.1\"}}")
    let check = try since(project)
    #expect(check.status == 1)
    #expect(check.errors.contains("since 'HEAD': 'acme' changed"))
    #expect(check.errors.contains("1 of 2 units"))
    #expect(check.errors.contains("out/production/acme/"))
    #expect(!check.errors.contains("zenith"))
    let before = try project.output()
    #expect(try since(project, ["build"]).status == 0)
    let after = try project.output()
    #expect(Set(before.keys) == Set(after.keys))
    #expect(before.filter { after[$0] != $1 }.keys.allSatisfy { $0.contains("/acme/") })
    #expect(try run(["build", "--check"], in: project).status == 0, "the narrowed build did all of it")
  }

  /// A change, and why it reaches every unit.
  @Test(arguments: [
    ("templates", "'templates/levels.yaml' changed"), ("settings", "'.spai-gen.yaml' changed"),
    ("anonymous", "does not say whose it is"), ("torn", "does not say whose it is"),
    ("deleted tenant", "'production/zenith' is gone"),
    ("renamed namespace", "no longer makes a cluster-scoped object"),
  ])
  func whatMayReachOthersReachesAll(_ change: String, _ reason: String) throws {
    let project = try repository()
    switch change {
    case "templates":
      try project.write(try project.text("templates/levels.yaml") + "# more\n", to: "templates/levels.yaml")
    case "settings": try project.write("profile: strict\n", to: ".spai-gen.yaml")
    case "anonymous": try project.write("kind: AppService\n", to: "tenants/acme-more.yaml")
    case "torn": try project.write("kind: [\n", to: "tenants/acme.yaml")
    case "deleted tenant": try project.folder.remove("tenants/zenith.yaml")
    default: try project.edit("tenants/acme.yaml", "production: {}", "production: {namespace: acme-live}")
    }
    let result = try since(project)
    #expect(result.errors.contains(reason), "\(result.errors)")
    #expect(result.errors.contains("which reaches every unit"))
  }

  @Test func outputThatWasEditedElsewhereIsFound() throws {
    let project = try repository()
    let path = try #require(
      try project.folder.files(below: "out/production/zenith").first { $0.hasSuffix(".yaml") }
    )
    try project.write("edited: true\n", to: "out/production/zenith/\(path)")
    let check = try since(project)
    #expect(check.status == 1)
    #expect(check.errors.contains("zenith/\(path)' was edited by hand"))
    try project.folder.remove("out/production/zenith/\(path)")
    #expect(try since(project).errors.contains("zenith/\(path)' is missing"))
  }

  @Test func nothingIsPrunedElsewhere() throws {
    let project = try repository()
    // Of a tenant that is not reached, and stale for a whole build.
    try project.edit("tenants/zenith.yaml", "services:\n  api: {}", "services: {}")
    try commit(project)
    try project.edit("tenants/acme.yaml", "api: {}", "api: {image: {tag: \"1.1\"}}")
    let before = try project.output().filter { $0.key.contains("zenith") }
    #expect(try since(project, ["build"]).status == 0)
    #expect(try project.output().filter { $0.key.contains("zenith") } == before)
  }

  @Test func lintAndCheckLookAtTheSameUnits() throws {
    let project = try repository()
    try project.edit("tenants/acme.yaml", "api: {}", "api: {image: {tag: \"1.1\"}}")
    #expect(try since(project, ["lint"]).errors.contains("'acme' changed"))
    #expect(try since(project, ["check"]).errors.contains("1 of 2 units"))
    #expect(try since(project, ["lint", "out"]).status == 64)
    #expect(try run(["build", "--changed-since", "nowhere"], in: project).status == 2)
  }

  /// What a hook gives of the files that changed.
  @Test func lintOfSpecsIsAboutTheirTenants() throws {
    let project = try repository()
    try project.edit("tenants/zenith.yaml", "tier: basic", "tier: basik")
    let acme = try run(["lint", "tenants/acme.yaml"], in: project)
    #expect(acme.status == 0, "\(acme.errors)")
    for paths in [
      ["./tenants/zenith.yaml"], ["tenants/acme.yaml", "tenants/zenith.yaml"], ["templates/levels.yaml"],
    ] {
      let all = try run(["lint"] + paths, in: project)
      #expect(all.status == 1)
      #expect(all.errors.contains("basik"))
    }
    #expect(try run(["lint", "tenants/none.yaml"], in: project).status == 64)
    #expect(
      try run(["lint", "tenants"], in: project).status == 0,
      "a folder holds manifests, of which there are none"
    )
  }

  @Test func theOutputMayBeElsewhere() throws {
    let project = try repository()
    let other = try Project(empty: true)
    let here = try project.output()
    let arguments = ["build", "-q", "--output", other.root]
    #expect(try run(arguments, in: project).status == 0)
    var there: [String: [UInt8]] = [:]
    for path in try other.folder.files(below: "") { there[path] = try other.folder.read(path) }
    #expect(there == here)
    #expect(try run(arguments + ["--check"], in: project).status == 0)
    try project.edit("tenants/acme.yaml", "services:\n  api: {}", "services: {}")
    #expect(try run(arguments + ["--check"], in: project).status == 1)
    #expect(try run(arguments + ["--allow-delete", "production/acme"], in: project).status == 0)
    #expect(try project.output() == here, "the folder of that name is left alone")
    #expect(try other.folder.files(below: "production/acme").allSatisfy { !$0.contains("deployment") })
    try project.write("x", to: "file")
    #expect(try run(["build", "-q", "--output", "file"], in: project).status == 1)
    #expect(symlink(other.root, "\(project.root)/link") == 0)
    let link = try run(["build", "--output", "link"], in: project)
    #expect(link.status == 1)
    #expect(link.errors.contains("symbolic link"))
  }
}
