import Diagnostics
import Glibc
import SpaiGen
import Testing

/// The other revision, read from a real repository.
@Suite(.serialized) struct GitTests {
  /// A repository with the small platform as its first commit.
  private func repository(below folder: String = "") throws -> Project {
    let project = try Project(empty: true)
    for path in try Golden.folder.files(below: "base") {
      try project.write(try #require(try Golden.folder.read("base/\(path)")), to: folder + path)
    }
    try git(["init", "--quiet", "--initial-branch=main"], in: project)
    try commit(project)
    return project
  }

  private func commit(_ project: Project) throws {
    try git(["add", "--all"], in: project)
    try git(
      ["-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", "Change"],
      in: project
    )
  }

  private func git(_ arguments: [String], in project: Project) throws {
    let status = try BuiltCommand.run(
      ["-C", project.root] + arguments,
      command: "git",
      environment: ["PATH=/usr/bin:/bin"]
    )
    .status
    try #require(status == 0, "git \(arguments)")
  }

  private func diff(_ arguments: [String], in project: Project, environment: [String] = []) throws
    -> BuiltCommand.Result
  {
    try BuiltCommand.run(
      ["diff"] + arguments,
      in: project.root,
      environment: ["PATH=/usr/bin:/bin"] + environment
    )
  }

  /// What `discover` gives of a revision: paths and bytes.
  private func sources(_ revision: String, in root: String) -> (
    texts: [String: [UInt8]], order: [String], codes: [String]
  ) {
    var findings = Findings()
    let sources = discover(revision: revision, in: root, reporting: &findings)?.sources ?? []
    return (
      Dictionary(uniqueKeysWithValues: sources.map { ($0.path, $0.bytes) }), sources.map(\.path),
      findings.all.map(\.code.id)
    )
  }

  @Test func aCommitIsReadAsItsFolderWas() throws {
    let project = try repository()
    try project.write("a: b", to: "tenants/a/b.yml")
    try project.write("a: b", to: "tenants/a.yaml")
    try project.write("a: b", to: "tenants/.hidden/c.yaml")
    try project.write("a: b", to: "tenants/.c.yaml")
    try project.write("text", to: "tenants/read.me")
    try project.write("a: b", to: "tenants/größe \"1\"\n.yaml")
    try project.write(Array(repeating: UInt8(ascii: "#"), count: 300_000), to: "templates/large.yaml")
    for number in 0..<3000 { try project.write("a: \(number)", to: "tenants/many/\(number).yaml") }
    #expect(symlink("acme.yaml", "\(project.root)/tenants/link.yaml") == 0)
    try commit(project)
    var findings = Findings()
    let onDisk = discover(in: project.folder, reporting: &findings)
    let inGit = sources("HEAD", in: project.root)
    #expect(inGit.order == onDisk.sources.map(\.path))
    for source in onDisk.sources { #expect(inGit.texts[source.path] == source.bytes) }
    #expect(inGit.codes == findings.all.map(\.code.id))
    #expect(inGit.codes == ["SPAI0003"])
    #expect(inGit.order.count > 3000)
  }

  @Test func theWorkingTreeIsComparedWithHead() throws {
    let project = try repository()
    let same = try diff([], in: project)
    #expect(same.status == 0)
    #expect(same.output == "no changes: HEAD and working tree give the same objects\n")
    try project.edit("tenants/acme.yaml", "api: {}", "api: {image: {tag: \"1.1\"}}")
    let changed = try diff([], in: project)
    #expect(changed.status == 0)
    #expect(changed.output.contains("production/acme  1 pods restart, 1 image only"))
    #expect(!changed.output.contains("\u{1B}"))
    #expect(try diff(["--fail-on", "pods-restart"], in: project).status == 1)
    #expect(try diff(["--fail-on", "replicas"], in: project).status == 0)
    #expect(try diff(["--fail-on", "nothing"], in: project).status == 64)
    try commit(project)
    #expect(try diff([], in: project).output.hasPrefix("no changes"))
    #expect(try diff(["HEAD~1"], in: project).output == changed.output.replacing("HEAD", with: "HEAD~1"))
    #expect(try diff(["HEAD~1", "--tenant", "acmi"], in: project).status == 64)
    #expect(
      try diff(["HEAD~1", "--env", "prod", "--tenant", "acme"], in: project).output.contains("1 image only")
    )
    #expect(try diff(["HEAD~1", "--format", "json"], in: project).output.hasPrefix("{\n  \"version\": 1,"))
    #expect(
      try diff(["HEAD~1", "--format", "markdown"], in: project).output.hasPrefix("## spai-gen diff: 1 unit")
    )
  }

  /// The index and the files are as they were, even where a hook has tied git to another repository.
  @Test func nothingIsTouched() throws {
    let project = try repository()
    try project.write("# new\n", to: "tenants/new.yaml")
    let before = try everything(in: project)
    let result = try diff(
      [],
      in: project,
      environment: ["GIT_DIR=/nowhere", "GIT_INDEX_FILE=/nowhere/index"]
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(try everything(in: project) == before)
  }

  private func everything(in project: Project) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try project.folder.files(below: ".") { files[path] = try project.folder.read(path) }
    return files
  }

  @Test func thePlatformMayBeAPartOfARepository() throws {
    let project = try repository(below: "platform/")
    #expect(sources("HEAD", in: project.root + "/platform").order.contains("tenants/acme.yaml"))
    let result = try diff(["--root", "platform"], in: project)
    #expect(result.output.hasPrefix("no changes"), "\(result.errors)")
    // One level higher there is no platform.
    #expect(sources("HEAD", in: project.root).codes == ["SPAI1805", "SPAI1805"])
  }

  @Test(arguments: [
    "nothing", "-h", "--help", "--output=x", "", "HEAD^{tree}", "HEAD:tenants", "HEAD;id", "$(id)", "a\nb",
    "main..HEAD",
  ]) func aBadNameIsRefused(name: String) throws {
    let project = try repository()
    #expect(sources(name, in: project.root).codes == ["SPAI1803"])
    let result = try diff(["--", name], in: project)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("error[SPAI1803]"), "\(result.errors)")
  }

  @Test func aFolderIsReadInstead() throws {
    let project = try repository()
    for path in try Golden.folder.files(below: "base") {
      try project.write(try project.text(path).replacing("1.0", with: "0.9"), to: "released/\(path)")
    }
    let result = try diff(["released"], in: project)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("released -> working tree: 1 unit changes\n"))
    let empty = try diff(["released/tenants"], in: project)
    #expect(empty.status == 2)
    #expect(empty.errors.contains("error[SPAI1805]: there is no folder 'templates/' in 'released/tenants'"))
  }

  @Test func withoutARepositoryOrGitItCannotRun() throws {
    let project = try Project()
    let outside = try diff([], in: project, environment: ["GIT_CEILING_DIRECTORIES=/tmp"])
    #expect(outside.status == 2)
    #expect(outside.errors.contains("error[SPAI1802]: git finds no repository: not a git repository"))
    let without = try BuiltCommand.run(["diff"], in: project.root, environment: ["PATH=/nowhere"])
    #expect(without.status == 2)
    #expect(without.errors.contains("error[SPAI1801]: cannot run git: No such file or directory"))
  }

  @Test func aMissingObjectIsTold() throws {
    let project = try repository()
    let objects = "\(project.root)/.git/objects"
    let id = try BuiltCommand.run(
      ["-C", project.root, "rev-parse", "HEAD:tenants/acme.yaml"],
      command: "git",
      environment: ["PATH=/usr/bin:/bin"]
    ).output.prefix(40)
    #expect(unlink("\(objects)/\(id.prefix(2))/\(id.dropFirst(2))") == 0)
    #expect(sources("HEAD", in: project.root).codes == ["SPAI1804"])
  }

  @Test func brokenSpecsAreTold() throws {
    let project = try repository()
    try project.edit("tenants/acme.yaml", "tier: basic", "tier: bsic")
    let after = try diff([], in: project)
    #expect(after.status == 1)
    #expect(
      after.output.hasPrefix("left out: production/acme has errors in working tree: no Tier is called 'bsic'")
    )
    #expect(after.errors.contains("error[SPAI1301]"))
    try commit(project)
    try project.edit("tenants/acme.yaml", "tier: bsic", "tier: basic")
    let before = try diff([], in: project)
    #expect(before.status == 0)
    #expect(before.output.hasPrefix("left out: production/acme has errors in HEAD"))
    #expect(before.errors == "")
    #expect(try diff(["--fail-on", "data-at-risk"], in: project).status == 1)
    try project.write("kind: Nothing", to: "templates/platform.yaml")
    try commit(project)
    try project.write(
      try #require(try Golden.folder.read("base/templates/platform.yaml")),
      to: "templates/platform.yaml"
    )
    let broken = try diff([], in: project)
    #expect(broken.status == 2)
    #expect(broken.errors.hasPrefix("The specs of 'HEAD' cannot be compiled:"))
  }
}
