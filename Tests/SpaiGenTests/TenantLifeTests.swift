import Diagnostics
import Glibc
import SpaiGen
import Specification
import Testing
import YAMLSyntax

/// A repository of one's own, from the first command to the last.
@Suite(.serialized) struct TenantLifeTests {
  /// What a broken tenant wanted cannot be told, so that nothing of it is called abandoned.
  @Test func mistakesInEveryTenantAbandonNothing() throws {
    let root = try Project.temporaryFolder()
    defer { try? Project.removeTree(root) }
    #expect(try BuiltCommand.run(["init", "demo"], in: root).status == 0)
    #expect(try BuiltCommand.run(["build"], in: root + "/demo").status == 0)
    let folder = Folder(root + "/demo")
    for path in try folder.files(below: "tenants") {
      let text = String(decoding: try #require(try folder.read("tenants/\(path)")), as: UTF8.self)
      try folder.write(Array(text.replacing("\ntier: ", with: "\nteir: ").utf8), to: "tenants/\(path)")
    }
    let broken = try BuiltCommand.run(["build"], in: root + "/demo")
    #expect(broken.status == 1)
    #expect(broken.errors.contains("Did you mean 'tier'?"))
    #expect(!broken.errors.contains("SPAI1508"), "\(broken.errors)")
  }

  /// What cannot be read is told as by every other command.
  @Test func withoutSpecsNoJobIsRendered() throws {
    let root = try Project.temporaryFolder()
    defer { try? Project.removeTree(root) }
    let result = try BuiltCommand.run(["job", "render", "data-etl", "--tenant", "acme"], in: root)
    #expect(result.status == 2)
    #expect(result.errors.contains("SPAI0002"), "\(result.errors)")
  }

  @Test func aNewRepositoryBuilds() throws {
    let root = try Project.temporaryFolder()
    let project = "\(root)/demo"
    defer { try? Project.removeTree(root) }
    let made = try BuiltCommand.run(["init", "demo"], in: root)
    #expect(made.status == 0, "\(made.errors)")
    #expect(try BuiltCommand.run(["build"], in: project).status == 0)
    #expect(try BuiltCommand.run(["build", "--check"], in: project).status == 0)
    let again = try BuiltCommand.run(["init"], in: project)
    #expect(again.status == 2)
    #expect(again.errors.contains("SPAI0004"))
    for tier in ["free", "premium", "enterprise", "enterprise_plus"] {
      let name = "new-\(tier.replacing("_", with: "-"))"
      let tenant = try BuiltCommand.run(["init", "--tenant", name, "--tier", tier], in: project)
      #expect(tenant.errors == "wrote tenants/\(name).yaml\nnext: spai-gen build\n")
    }
    let saved = ["job", "render", "ml-training", "--tenant", "new-enterprise", "--set", "env.A=b", "--save"]
    #expect(try BuiltCommand.run(saved, in: project).status == 0)
    let form = try BuiltCommand.run(["fmt", "--check"], in: project)
    #expect(form.status == 0, "\(form.errors)")
    let built = try BuiltCommand.run(["build"], in: project)
    #expect(built.status == 0, "\(built.errors)")
    for (arguments, says) in [
      (["--tenant", "new-free"], "There is a tenant 'new-free' already."),
      (["--tenant", "Bad_Name"], "is no name of a tenant"),
      (["--tenant", "other", "--tier", "premum"], "Did you mean 'premium'?"),
      (["--tier", "free"], "--tier goes with --tenant"),
    ] {
      let refused = try BuiltCommand.run(["init"] + arguments, in: project)
      #expect(refused.status == 64)
      #expect(refused.errors.contains(says), "\(refused.errors)")
    }
  }

  /// The starter is the repository's own templates, so that what is tested is what new users get.
  @Test func theStarterIsFresh() throws {
    let repository = Folder(Project.repository)
    var count = 0
    for file in Starter.files where file.path.hasPrefix("templates/") || file.path.hasPrefix("tenants/") {
      count += 1
      #expect(try repository.read(file.path) == file.bytes, "\(file.path): run Scripts/sample")
    }
    #expect(try repository.files(below: "templates").count + 2 == count)
  }

  @Test func anAdHocJobIsRenderedWithAllThatItNeeds() throws {
    let result = try BuiltCommand.run(
      [
        "job", "render", "ml-training", "--tenant", "enterprise-client-001", "--env", "production",
        "--priority", "low",
      ]
        + [
          "--resource-tier", "large", "--set", "env.EPOCHS=3", "--set", "gpu=null", "--set",
          "volumes.datasets.claim.size=100Gi",
        ]
        + [
          "--set", "volumes.checkpoints=null", "--set", "checkpoints=null", "--name-suffix", "trial",
        ],
      in: Project.repository
    )
    #expect(result.status == 0, "\(result.errors)")
    var findings = Findings()
    var sources = SourceMap()
    let id = sources.add(path: "out", owner: .tenant, bytes: Array(result.output.utf8))
    let documents = parseYAML(sources[id], reporting: &findings)
    let kinds = documents.map { $0.mapping?["kind"]?.scalar?.text ?? "" }
    #expect(
      Set(kinds).isSuperset(of: [
        "ServiceAccount", "NetworkPolicy", "ExternalSecret", "PersistentVolumeClaim",
      ])
    )
    #expect(kinds.last == "Job")
    let job = try #require(documents.last)
    #expect(job.node(at: ["spec", "ttlSecondsAfterFinished"])?.scalar?.text == "604800")
    #expect(
      job.node(at: ["spec", "template", "spec", "priorityClassName"])?.scalar?.text == "spai-low"
    )
    #expect(result.output.contains("name: EPOCHS"))
    #expect(!result.output.contains("nvidia.com/gpu:"))
  }

  @Test(arguments: [
    (["nothing", "--tenant", "medisound"], "no JobTemplate is called 'nothing'", 1),
    (["data-etl", "--tenant", "medisond"], "Did you mean 'medisound'?", 1),
    (
      ["data-etl", "--tenant", "studio-sessions"],
      "error[SPAI1509]: there is no tenant 'studio-sessions' in environment 'development'", 1
    ),
    (["ml-training", "--tenant", "nordic-radio"], "needs tier 'enterprise'", 1),
    (["data-etl", "--tenant", "nordic-radio", "--priority", "high"], "is locked by the tier", 1),
    (["data-etl", "--tenant", "medisound", "--set", "env.DB_PASSWORD=hunter2"], "the value of a secret", 1),
    (["data-etl", "--tenant", "medisound", "--set", "gpu"], "--set takes KEY=VALUE", 64),
    (["data-etl"], "Give the tenant", 64),
  ]) func anAdHocJobIsHeldToTheSameRules(arguments: [String], says: String, status: Int) throws {
    let result = try BuiltCommand.run(["job", "render"] + arguments, in: Project.repository)
    #expect(result.status == Int32(status))
    #expect(result.output == "")
    #expect(result.errors.contains(says), "\(result.errors)")
  }

  @Test func aSavedJobIsASpecLikeAnyOther() async throws {
    let project = try Project()
    let saved = try BuiltCommand.run(
      ["job", "render", "data-etl", "--tenant", "medisound", "--save", "--name-suffix", "replay"],
      in: project.root,
      environment: ["ENVIRONMENT=production", "RESOURCE_TIER=medium"]
    )
    #expect(saved.errors == "wrote tenants/medisound/data-etl-replay.yaml\n")
    let (_, findings) = try await project.build()
    #expect(findings.allSatisfy { !$0.contains("error") }, "\(findings)")
    #expect(try project.output().keys.contains { $0.contains("medisound-prod/job.batch-data-etl-replay-") })
  }

  /// From every tier to every other: what cannot be changed in a cluster stays as it is.
  @Test func aTierChangeKeepsSelectorsClaimsAndNames() async throws {
    let project = try Project()
    try project.write(
      """
      apiVersion: spai/v1
      kind: AppService
      metadata: {name: vault-of-songs}
      tenant: indie-label
      template: auth
      stateful: true
      volumes: {songs: {mount: /songs, claim: {size: 1Gi}}}
      replicas: {minimum: 1, maximum: 1}
      """,
      to: "tenants/own.yaml"
    )
    // The free tier has room for what the sample runs, and this is one more.
    try project.edit("templates/tiers/free.yaml", "cpu: 2500m", "cpu: 4")
    try project.edit("templates/tiers/free.yaml", "memory: 3584Mi", "memory: 6Gi")
    let tiers = ["free", "premium", "enterprise", "enterprise_plus"]
    var units: [String: CompiledUnit] = [:]
    // Another tier costs more than the budget of this one.
    let spec = try project.text("tenants/indie-label.yaml").replacing("monthly: 25", with: "monthly: 9999")
    for tier in tiers {
      try project.write(spec.replacing("tier: free", with: "tier: \(tier)"), to: "tenants/indie-label.yaml")
      var findings = Findings()
      var sources = discover(in: project.folder, reporting: &findings)
      let workspace = try #require(Workspace(&sources, reporting: &findings))
      let id = UnitID(environment: "production", tenant: "indie-label")
      units[tier] = workspace.compile(id, overrides: Overrides(), service: nil, reporting: &findings)
      #expect(findings.errorCount == 0, "\(tier): \(findings.all.map(\.message))")
    }
    for from in tiers {
      for to in tiers where from != to {
        let before = try #require(units[from]), after = try #require(units[to])
        let names = Set(before.files.map(\.path)), others = Set(after.files.map(\.path))
        // Recommendations come with the tier; nothing else comes or goes.
        let differing = names.symmetricDifference(others).filter { !$0.contains("verticalpodautoscaler") }
        #expect(differing.sorted() == [], "\(from) to \(to)")
        for file in before.files {
          guard let twin = after.files.first(where: { $0.path == file.path }) else { continue }
          #expect(fixed(file) == fixed(twin), "\(file.path) from \(from) to \(to)")
        }
        #expect(
          before.files.first { $0.path.contains("resourcequota") }?.bytes
            != after.files.first { $0.path.contains("resourcequota") }?.bytes
        )
      }
    }
  }

  /// The parts of an object that an API server refuses to change.
  private func fixed(_ file: PlannedFile) -> [String] {
    var findings = Findings()
    var sources = SourceMap()
    let id = sources.add(path: file.path, owner: .tenant, bytes: file.bytes)
    guard let tree = parseYAML(sources[id], reporting: &findings).first else { return [] }
    let paths = [
      ["spec", "selector"], ["spec", "serviceName"], ["spec", "volumeClaimTemplates"],
      ["spec", "podSelector"],
      ["spec", "clusterIP"], ["roleRef"],
    ]
    let isClaim = file.path.contains("persistentvolumeclaim")
    return (paths + (isClaim ? [["spec"]] : [])).map { path in
      tree.node(at: path).map { String(decoding: printYAML($0).bytes, as: UTF8.self) } ?? "-"
    }
  }
}
