import SpaiGen
import Testing

@Suite struct CheckTests {
  @Test func theSampleIsLetThroughAndNothingIsCalledCompliant() throws {
    let result = try BuiltCommand.run(["check", "--as-of", "2026-11-21"], in: Project.repository)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("PCI DSS 4.0.1"))
    #expect(result.output.contains("Static evidence from manifests only"))
    #expect(!result.output.lowercased().contains("compliant"))
    let again = try BuiltCommand.run(["check", "--as-of", "2026-11-21"], in: Project.repository)
    #expect(again.output == result.output)
  }

  @Test func aTenantThatBreaksARuleIsAGap() throws {
    let project = try Project()
    try project.write(
      """
      apiVersion: spai/v1
      kind: Patch
      metadata: {name: root}
      tenant: spotify-ai-agent
      environments: [production]
      reason: A test.
      target: {kind: Deployment, name: auth}
      merge:
        spec: {template: {spec: {containers: [{name: auth, securityContext: {privileged: true, allowPrivilegeEscalation: true}}]}}}
      """,
      to: "templates/root.yaml"
    )
    let result = try BuiltCommand.run(
      ["check", "--framework", "pci-dss", "--as-of", "2026-11-21"],
      in: project.root
    )
    #expect(result.status == 1)
    #expect(result.output.contains("gap "), "\(result.output)")
    #expect(result.output.contains("FAILS"), "\(result.output)")
  }

  /// What somebody changed by hand is not what the specs say; without an output nothing was compared.
  @Test func anEditedFileIsNotReproduced() throws {
    let project = try Project()
    let arguments = ["check", "--framework", "pci-dss", "--as-of", "2026-11-21"]
    let before = try BuiltCommand.run(arguments, in: project.root)
    #expect(!before.output.contains("gen-reproducible"), "\(before.output)")
    #expect(try BuiltCommand.run(["build"], in: project.root).status == 0)
    try project.write(
      "kind: Namespace\n",
      to: "out/production/_cluster/namespace-spotify-ai-agent-prod.yaml"
    )
    let after = try BuiltCommand.run(arguments, in: project.root)
    #expect(after.output.contains("'gen-reproducible' fails for 1 of "), "\(after.output)")
  }

  /// What an organisation says about itself is what its rules compare with, and a word too many is told.
  @Test func settingsForAuditorsAreAsked() throws {
    let project = try Project()
    let arguments = ["check", "--framework", "gdpr", "--as-of", "2026-11-21", "--diagnostics", "concise"]
    try project.write("audit: {regions: [eu-north-1]}\n", to: ".spai-gen.yaml")
    let told = try BuiltCommand.run(arguments, in: project.root)
    #expect(told.output.contains("'sched-residency' fails for "), "\(told.output)")
    try project.write("audit: {records: {sboom: [a.example.com/b]}}\n", to: ".spai-gen.yaml")
    let wrong = try BuiltCommand.run(arguments, in: project.root)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("unknown key 'sboom' in 'audit.records'"), "\(wrong.errors)")
  }

  /// The output says of itself what the tenants' check says, with Namespaces beside the tenants.
  @Test func anyManifestsAreJudged() throws {
    let result = try BuiltCommand.run(
      ["check", "out/production", "--framework", "pss", "--as-of", "2026-11-21"],
      in: Project.repository
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("17 met-in-scope"), "\(result.output)")
    #expect(result.output.contains("over 1 units"))
  }

  @Test func foreignManifestsAreJudgedByTheFrameworksOfTheCompiler() throws {
    let project = try Project()
    try project.write(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: a, namespace: b}
      spec: {containers: [{name: a, image: nginx, securityContext: {privileged: true}}]}
      """,
      to: "elsewhere/pod.yaml"
    )
    let elsewhere = project.root + "/elsewhere"
    let result = try BuiltCommand.run(["check", ".", "--as-of", "2026-11-21"], in: elsewhere)
    #expect(result.status == 1)
    #expect(result.output.contains("gap 2.2.1"), "\(result.output)")
    #expect(result.output.contains("FAILS critical rules that fail without a waiver: "), "\(result.output)")
    let titles = result.output.split(separator: "\n").filter { $0.hasSuffix("over 1 units") }
    #expect(titles.count == 8)
  }

  @Test func nothingToJudgeIsNoPass() throws {
    let project = try Project()
    try project.write("# nothing\n", to: "elsewhere/empty.yaml")
    let elsewhere = project.root + "/elsewhere"
    let empty = try BuiltCommand.run(["check", "empty.yaml", "--as-of", "2026-11-21"], in: elsewhere)
    #expect(empty.status == 1)
    #expect(empty.output.contains("FAILS no rule was evaluated"))
    let absent = try BuiltCommand.run(["check", "absent.yaml"], in: elsewhere)
    #expect(absent.status == 2)
    try project.write("kind: [", to: "elsewhere/torn.yaml")
    #expect(try BuiltCommand.run(["check", "torn.yaml"], in: elsewhere).status == 1)
  }

  @Test(arguments: [
    (["--framework", "nothing"], "No framework is called"), (["--as-of", "soon"], "--as-of takes a day"),
  ])
  func wrongUsageIsTold(arguments: [String], says: String) throws {
    let result = try BuiltCommand.run(["check"] + arguments, in: Project.repository)
    #expect(result.status == 64)
    #expect(result.errors.contains(says))
  }
}
