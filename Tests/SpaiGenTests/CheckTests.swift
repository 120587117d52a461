import Reporting
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

  /// The same input and day give the same bytes, wherever the run stands.
  @Test func everyReportIsTheSameFromAnotherFolder() throws {
    let project = try Project()
    let requests = ReportFormat.all.flatMap { ["--report", "\($0.name)=\(project.root)/here.\($0.name)"] }
    let here = try BuiltCommand.run(["check", "--as-of", "2026-11-21"] + requests, in: project.root)
    #expect(here.status == 0, "\(here.errors)")
    let elsewhere = ReportFormat.all.flatMap { ["--report", "\($0.name)=\(project.root)/there.\($0.name)"] }
    let there = try BuiltCommand.run(
      ["check", "--as-of", "2026-11-21", "--root", project.root, "-q"] + elsewhere,
      in: Project.repository
    )
    #expect(there.status == 0, "\(there.errors)")
    for format in ReportFormat.all {
      let bytes = try project.text("here.\(format.name)")
      #expect(bytes == (try project.text("there.\(format.name)")), "\(format.name)")
      #expect(format.name == "github" || format.name == "gitlab" || !bytes.isEmpty, "\(format.name)")
      #expect(!bytes.contains(project.root), "\(format.name) names a folder of this machine")
    }
  }

  @Test func onlyCheckWritesReportsAboutCompliance() throws {
    let result = try BuiltCommand.run(["lint", "--report", "oscal-results=x.json"], in: Project.repository)
    #expect(result.status == 64)
    #expect(result.errors.contains("'spai-gen check' writes reports about compliance"))
  }

  @Test(arguments: [
    ("pci-dss-4.0.1/1.3.1", ["necessary rules:", "net-default-deny-ingress", "the assessor still needs:"]),
    ("pci/1.1.1", ["pci-dss-4.0.1/1.1.*", "manifests say nothing about it", "stands for: 1.1.1, 1.1.2"]),
    ("pci-dss-4.0.1", ["280 numbered requirements", "36 partial", "1.3.1  partial"]),
  ])
  func aControlIsExplained(question: String, says: [String]) throws {
    let result = try BuiltCommand.run(["explain", question], in: Project.repository)
    #expect(result.status == 0, "\(result.errors)")
    for words in says { #expect(result.output.contains(words), "\(result.output)") }
  }

  @Test(arguments: [
    ("pci-dss-4.0.1/1.3.11", "Did you mean '1.3.1'"),
    ("pci-dss-4.0.1/zzz", "'spai-gen explain pci-dss-4.0.1'"),
    ("pci-ds-4.0.1", "Did you mean 'pci-dss-4.0.1'?"),
  ])
  func aMisspeltControlIsSuggested(question: String, says: String) throws {
    let result = try BuiltCommand.run(["explain", question], in: Project.repository)
    #expect(result.status == 64)
    #expect(result.errors.contains(says), "\(result.errors)")
  }

  @Test func frameworksAreListedAndTheirDocumentsHaveASchema() throws {
    let list = try BuiltCommand.run(["list", "frameworks"], in: Project.repository)
    #expect(list.output.split(separator: "\n").count == 9)
    #expect(list.output.contains("pci-dss-4.0.1"))
    for kind in ["Framework", "Waiver"] {
      let schema = try BuiltCommand.run(["schema", kind], in: Project.repository)
      #expect(schema.status == 0)
      #expect(schema.output.contains("\"const\": \"\(kind)\""))
    }
  }

  /// A pinned waiver holds for the bytes that the reports name, and for no others.
  @Test func aWaiverIsPinnedToTheDigestOfTheReports() throws {
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
    let arguments = ["check", "-q", "--as-of", "2026-11-21"]
    _ = try BuiltCommand.run(arguments + ["--report", "provenance=p.json"], in: project.root)
    let provenance = try project.text("p.json")
    let file = "out/production/spotify-ai-agent/spotify-ai-agent-prod/deployment.apps-auth.yaml"
    let digest = try #require(
      provenance.firstRange(of: file).flatMap { range in
        provenance[range.upperBound...].split(separator: "\"").first { $0.utf8.count == 64 }
      }
    )
    for (pinned, state) in [(String(digest), "active"), (String(repeating: "0", count: 64), "other-content")]
    {
      try project.write(
        """
        apiVersion: spai/v1
        kind: Waiver
        metadata: {name: W-1}
        rules: [pod-privileged]
        scope: {tenant: spotify-ai-agent, environment: production, kind: Deployment, name: auth}
        category: risk-accepted
        reason: A test.
        owner: jane@acme.example
        approvedBy: ciso@acme.example
        approvedAt: 2026-11-01
        expires: 2026-11-30
        ticket: T-1
        digest: sha256:\(pinned)
        """,
        to: "templates/waiver.yaml"
      )
      let result = try BuiltCommand.run(arguments + ["--report", "test-result=t.json"], in: project.root)
      #expect(result.output.contains("waiver W-1: \(state)"), "\(result.output)")
      let lists = try project.text("t.json").split(separator: "\"failedTests\"")
      #expect(lists.last?.contains("\"pod-privileged\"") == (state == "other-content"))
    }
  }
}
