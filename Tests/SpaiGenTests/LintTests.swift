import Diagnostics
import Linting
import Reporting
import SpaiGen
import Specification
import Testing

@Suite struct LintTests {
  private let privileged = """
    apiVersion: v1
    kind: Pod
    metadata: {name: a}
    spec:
      containers:
      - name: a
        securityContext:
          privileged: true

    """

  private func lint(_ text: String, _ arguments: [String] = [], config: String? = nil) throws
    -> BuiltCommand.Result
  {
    let folder = try Project.temporaryFolder()
    defer { try? Project.removeTree(folder) }
    try Folder(folder).write(Array(text.utf8), to: "a.yaml")
    if let config { try Folder(folder).write(Array(config.utf8), to: lintFileName) }
    return try BuiltCommand.run(
      ["lint", "--diagnostics", "concise", "-q"] + arguments + ["a.yaml"],
      in: folder
    )
  }

  /// What is said of the one rule that these tests are about.
  private func told(_ result: BuiltCommand.Result) -> [String] {
    result.errors.split(separator: "\n").map(String.init).filter {
      $0.contains("SPAI2001") || $0.contains("SPAI35")
    }
  }

  @Test func foreignManifestsAreToldAtTheirLine() throws {
    let result = try lint(privileged)
    #expect(result.status == 1)
    #expect(
      told(result) == [
        "a.yaml:8:19: error[SPAI2001]: 'spec.containers[0].securityContext.privileged' of Pod 'a' is true"
      ]
    )
  }

  @Test(arguments: [
    ("          privileged: true # spai:allow privileged-container -- needs the device\n", []),
    (
      "          # spai:allow privileged-container until=2026-12-31 -- until the driver is packaged\n          privileged: true\n",
      []
    ),
    (
      "          privileged: true # spai:allow privileged-container\n",
      ["SPAI2001", "SPAI3503"]
    ),
    ("          privileged: true # spai:allow privileged-container until=2026-01-01 -- old\n", ["SPAI3504"]),
    ("          privileged: false # spai:allow privileged-container -- was true once\n", ["SPAI3502"]),
    ("          privileged: true # spai:allow privileged-contaner -- misspelt\n", ["SPAI2001", "SPAI3501"]),
  ]) func commentsAllow(line: String, codes: [String]) throws {
    let text = privileged.replacing("          privileged: true\n", with: line)
    let result = try lint(text.replacing("      privileged: true\n", with: line), ["--as-of", "2026-11-21"])
    #expect(
      told(result).compactMap { line in codes.first { line.contains($0) } } == codes,
      "\(result.errors)"
    )
    #expect(told(result).count == codes.count, "\(result.errors)")
  }

  @Test func anAnnotationAllows() throws {
    let allowed = privileged.replacing(
      "{name: a}",
      with: "{name: a, annotations: {spai/allow.privileged-container: a test}}"
    )
    #expect(told(try lint(allowed)) == [])
  }

  @Test func theRepositorySaysHow() throws {
    #expect(told(try lint(privileged, config: "rules: {privileged-container: \"off\"}\n")) == [])
    let warned = try lint(privileged, config: "rules: {privileged-container: warning}\n")
    #expect(told(warned).first?.contains("warning[SPAI2001]") == true)
    #expect(warned.status == 0)
    let wrong = try lint(privileged, config: "rules: {privileged-contaner: error}\n")
    #expect(told(wrong).contains { $0.contains("error[SPAI3501]: no rule is called 'privileged-contaner'") })
    #expect(wrong.status == 1)
  }

  @Test func aBaselineLetsFindingsRestWhenLinesMove() throws {
    let folder = try Project.temporaryFolder()
    defer { try? Project.removeTree(folder) }
    try Folder(folder).write(Array(privileged.utf8), to: "a.yaml")
    _ = try BuiltCommand.run(["lint", "--write-baseline", "base.txt", "a.yaml"], in: folder)
    try Folder(folder).write(Array(("# moved\n\n" + privileged).utf8), to: "a.yaml")
    let rested = try BuiltCommand.run(["lint", "--baseline", "base.txt", "a.yaml"], in: folder)
    #expect(rested.status == 0)
    #expect(rested.errors.contains("resting in the baseline"))
    try Folder(folder).write(Array(privileged.replacing("name: a}", with: "name: b}").utf8), to: "a.yaml")
    #expect(try BuiltCommand.run(["lint", "--baseline", "base.txt", "a.yaml"], in: folder).status == 1)
  }

  /// The sample platform is clean, whatever is asked of it under `strict`.
  @Test func theSampleIsCleanUnderStrict() throws {
    let result = try BuiltCommand.run(
      ["lint", "--profile", "strict", "--fail-on", "note", "--diagnostics", "concise"],
      in: Project.repository
    )
    #expect(result.status == 0, "\(result.errors)")
  }

  /// A finding about generated objects is at the line of the spec that made them, and keeps the unit from being written.
  @Test func findingsAreAtTheSpec() async throws {
    let disk = try Golden(named: "fault.txt").disk()
    disk.write(
      """
      apiVersion: spai/v1
      kind: Patch
      metadata: {name: root}
      reason: A test.
      tenant: acme
      target: {kind: Deployment, name: api}
      merge:
        spec:
          template:
            spec:
              containers:
              - name: api
                securityContext:
                  privileged: true
                  allowPrivilegeEscalation: true

      """,
      to: "templates/root.yaml"
    )
    var findings = Findings()
    let sources = discover(in: disk.folder, reporting: &findings)
    let (found, _, _) = try await build(disk) { $0.lint = LintPlan(LintConfiguration(), sources) }
    let finding = try #require(found.first { $0.code.id == "SPAI2001" })
    let place = try #require(finding.primary?.span)
    #expect(sources.sources[Int(place.source.index)].path == "templates/root.yaml")
    #expect(!disk.files.keys.contains { $0.hasPrefix("out/production/acme/") })
  }

  /// Without the operator, somebody else makes the Secrets: a warning of the build says so, and lint misses none.
  @Test(arguments: [false, true])
  func secretsThatOthersMakeAreNotMissing(knowsPlatform: Bool) async throws {
    let disk = try Golden.base()
    disk.edit(
      "tenants/acme.yaml",
      "  api: {}",
      "  api:\n    secrets: {db: {env: {DB_URL: url}}}\n    expose: {host: shop, port: http}"
    )
    var findings = Findings()
    var sources = discover(in: disk.folder, reporting: &findings)
    let workspace = try #require(Workspace(&sources, reporting: &findings))
    try #require(workspace.repository.platform.capabilities.externalSecrets == nil)
    var configuration = LintConfiguration()
    configuration.settings.provided["Secret"] = ["registry"]
    if knowsPlatform { configuration.settings.take(workspace.repository.platform) }
    let plan = LintPlan(configuration, sources)
    let (found, _, _) = try await build(disk) { $0.lint = plan }
    #expect(found.allSatisfy { $0.severity < .error }, "\(found)")
    #expect(found.contains { $0.code.id == "SPAI3007" } == !knowsPlatform)
  }

  @Test func specsAreLintedTogether() async throws {
    let disk = try Golden(named: "fault.txt").disk()
    disk.write(
      "apiVersion: spai/v1\nkind: JobTemplate\nmetadata: {name: nightly}\nsummary: A job.\ncategory: data\nrun: scheduled\n"
        + "schedule: {cron: \"0 0 * * *\"}\nimage: {registry: main, name: a/b, tag: \"1\"}\n"
        + "expectedRunTime: {minimum: 1m, maximum: 2m}\n",
      to: "templates/nightly.yaml"
    )
    for index in 0..<10 {
      disk.write(
        "apiVersion: spai/v1\nkind: Tenant\nmetadata: {name: t\(index)}\ntier: basic\nowner: {team: t, contact: t}\n"
          + "environments: {production: {}}\njobs: {nightly: {}}\n",
        to: "tenants/t\(index).yaml"
      )
    }
    var findings = Findings()
    var sources = discover(in: disk.folder, reporting: &findings)
    let workspace = try #require(Workspace(&sources, reporting: &findings))
    let told = lintSpecs(workspace).map { renderConcise([$0], sources: sources) }
    #expect(
      told == [
        "templates/levels.yaml:103:9: note[SPAI3505]: JobTemplate 'report' is not used\n",
        "templates/levels.yaml:35:9: note[SPAI3505]: Tier 'large' is not used\n",
        "templates/nightly.yaml:7:18: warning[SPAI3506]: 10 jobs of production start in the same minute\n",
      ]
    )
  }

  /// The page of all rules is written from the rules.
  @Test func theRulesAreDocumented() throws {
    var page = "# Lint rules\n\nWritten by the tests from the rules; `spai-gen explain RULE` shows one.\n"
    for group in LintRule.Group.allCases {
      let rules = LintRule.all.filter { $0.group == group }.sorted { $0.code.id < $1.code.id }
      if rules.isEmpty { continue }
      page += "\n## \(group.rawValue)\n"
      for rule in rules {
        page +=
          "\n### `\(rule.name)` (\(rule.code.id), \(rule.severity.name), profile \(rule.profile.name))\n\n"
        page += "\(rule.rationale) \(rule.remediation)\n"
        let others = rule.aliases.sorted { $0.key < $1.key }
          .map { "\($0.key.rawValue) \($0.value.joined(separator: ", "))" }
        if !others.isEmpty { page += "\nElsewhere: \(others.joined(separator: "; ")).\n" }
      }
    }
    let repository = Folder(Project.repository)
    if updatesGoldens { try repository.write(Array(page.utf8), to: "Docs/rules.md") }
    #expect(
      page == String(decoding: try repository.read("Docs/rules.md") ?? [], as: UTF8.self),
      "UPDATE_GOLDENS=1"
    )
  }
}
