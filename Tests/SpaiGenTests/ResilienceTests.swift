import Diagnostics
import Kubernetes
import SpaiGen
import TestSupport
import Testing

/// Backups, their rehearsals, restores and experiments, on the base platform with and without operators.
@Suite struct ResilienceTests {
  private static let operators = """
    capabilities:
      velero: velero.io/v1
      volumeSnapshots: snapshot.storage.k8s.io/v1
      chaosMesh: chaos-mesh.org/v1alpha1

    """

  private func disk(_ recovery: String, _ change: (MemoryDisk) -> Void = { _ in }) throws -> MemoryDisk {
    let disk = try Golden.base()
    disk.edit("templates/platform.yaml", "capabilities:\n", Self.operators)
    disk.edit("tenants/acme.yaml", "production: {}", "production: {recovery: {\(recovery)}}")
    change(disk)
    return disk
  }

  private func text(_ path: String, on disk: MemoryDisk) throws -> String {
    String(decoding: try #require(disk.files[path]), as: UTF8.self)
  }

  private func errors(_ disk: MemoryDisk) async throws -> [Diagnostic] {
    try await build(disk).findings.filter { $0.severity == .error }
  }

  private static let schedule = "out/production/_cluster/velero/schedule.velero.io-acme-prod.yaml"

  /// Whatever is promised, the schedule that follows loses no more, and no other usual one would be rarer.
  @Test func aScheduleOfOursKeepsEveryRPO() async throws {
    var random = SplitMix64(seed: 9)
    for _ in 0..<20 {
      let minutes = Int.random(in: 75...4000, using: &random)
      let disk = try disk("rpo: \(minutes)m")
      #expect(try await errors(disk).isEmpty, "rpo \(minutes)m")
      let line = try text(Self.schedule, on: disk).split(separator: "\n").first {
        $0.hasPrefix("  schedule: ")
      }
      let cron = try #require(line).dropFirst(12).replacing("\"", with: "")
      let gap = try #require(longestCronGap(String(cron)), "\(cron)")
      #expect(gap + 60 <= minutes, "'\(cron)' for \(minutes)m")
      #expect(gap * 2 + 60 > min(minutes, 1440), "'\(cron)' for \(minutes)m is more often than needed")
    }
  }

  /// A schedule of the user's is taken exactly where it keeps the promise.
  @Test(arguments: [("7h", true), ("6h59m", false)])
  func anRPOIsMetOrNot(rpo: String, isMet: Bool) async throws {
    let found = try await errors(try disk("rpo: \(rpo), schedule: \"0 */6 * * *\""))
    #expect(found.isEmpty == isMet)
    #expect(found.allSatisfy { $0.code.id == "SPAI1391" })
  }

  /// Without the operators nothing of theirs is left, and the promise is an error.
  @Test func withoutVeleroAPromiseIsOneError() async throws {
    let disk = try Golden.base()
    disk.edit(
      "tenants/acme.yaml",
      "production: {}",
      "production: {recovery: {rpo: 1d, rehearsal: \"@daily\"}}"
    )
    #expect(try await errors(disk).map(\.code.id) == ["SPAI1415"])
    #expect(!disk.files.keys.contains { $0.contains("velero") })
  }

  /// Who is where Velero is could restore anything to anywhere.
  @Test func noTenantLivesWithVelero() async throws {
    let disk = try disk("rpo: 1d") {
      $0.edit("tenants/acme.yaml", "{recovery:", "{namespace: velero, recovery:")
    }
    #expect(try await errors(disk).map(\.code.id) == ["SPAI1351"])
  }

  /// Where backups go is not for tenants to change, nor how much an experiment hits.
  @Test(arguments: ["acme-prod", "api-kill"]) func noPatchOfATenantReachesASchedule(name: String) async throws
  {
    let disk = try disk("rpo: 1d") { disk in
      disk.edit("templates/levels.yaml", "short: prod", "short: prod\nchaos: true")
      disk.edit("tenants/acme.yaml", "  api: {}", "  api: {chaos: {kill: {cron: \"@daily\", kill: {}}}}")
      disk.write(
        """
        apiVersion: spai/v1
        kind: Patch
        metadata: {name: more}
        tenant: acme
        reason: To have more.
        target: {kind: Schedule, name: \(name)}
        expect: {matches: 1}
        merge: {spec: {schedule: "* * * * *"}}
        """,
        to: "tenants/more.yaml"
      )
    }
    let found = try await errors(disk)
    #expect(found.map(\.code.id) == [name == "api-kill" ? "SPAI1348" : "SPAI1347"])
  }

  /// A promise that is taken back leaves the schedule until somebody says that this is meant.
  @Test func aScheduleIsNotDeletedByTheWay() async throws {
    let disk = try disk("rpo: 1d")
    _ = try await build(disk)
    disk.edit("tenants/acme.yaml", "{rpo: 1d}", "{}")
    let found = try await errors(disk)
    #expect(found.map(\.code.id) == ["SPAI1504"])
    #expect(disk.files[Self.schedule] != nil)
    let (findings, _, _) = try await build(disk) { $0.apply.allowDelete = ["production/_cluster"] }
    #expect(findings.allSatisfy { $0.severity < .error })
    #expect(disk.files[Self.schedule] == nil)
  }

  /// Nothing is restored over what is there, nor into what is another's.
  @Test func aRestoreHasItsPlace() throws {
    let disk = try disk("rpo: 1d") { disk in
      let acme = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
      disk.write(acme.replacing("name: acme", with: "name: zenith"), to: "tenants/zenith.yaml")
    }
    func restore(_ backup: String?, _ namespace: String?, _ tenant: String = "acme") throws -> (
      String?, [String]
    ) {
      var findings = Findings()
      var sources = discover(in: disk.folder, reporting: &findings)
      let workspace = try #require(Workspace(&sources, reporting: &findings))
      let unit = UnitID(environment: "production", tenant: tenant)
      let bytes = workspace.restore(
        RestorePlan(unit: unit, backup: backup, namespace: namespace),
        reporting: &findings
      )
      let codes = findings.all.filter { $0.severity == .error }.map(\.code.id)
      return (bytes.map { String(decoding: $0, as: UTF8.self) }, codes)
    }
    let latest = try #require(try restore(nil, nil).0)
    #expect(latest.contains("scheduleName: acme-prod\n") && !latest.contains("namespaceMapping"))
    let other = try #require(try restore("acme-prod-1", "acme-look").0)
    #expect(other.contains("backupName: acme-prod-1\n") && other.contains("acme-prod: acme-look\n"))
    for text in [latest, other] {
      #expect(text.contains("existingResourcePolicy: none\n"))
      #expect(text.contains("includedNamespaces:\n  - acme-prod\n"))
    }
    #expect(try restore(nil, "acme-prod").0 == latest)
    for target in ["zenith-prod", "velero", "kube-system", "monitoring", "Not a name"] {
      let (text, codes) = try restore(nil, target)
      #expect(text == nil && codes == ["SPAI1512"], "\(target)")
    }
    #expect(try restore("Not a name", nil).1 == ["SPAI1512"])
    #expect(try restore(nil, nil, "nobody").1 == ["SPAI1509"])
  }

  /// What the command prints is what an API server takes.
  @Test func aRestoreIsPrintedForKubectl() throws {
    let project = try Project()
    let asked = ["restore", "plan", "--tenant", "medisound", "--env"]
    let printed = try BuiltCommand.run(asked + ["production", "--into", "look"], in: project.root)
    #expect(printed.status == 0 && printed.errors.isEmpty, "\(printed.errors)")
    try project.write(printed.output, to: "restore.yaml")
    let checked = try BuiltCommand.run(["validate", "restore.yaml"], in: project.root)
    #expect(checked.status == 0 && (checked.output + checked.errors).contains("1 valid"), "\(checked)")
    let refused = try BuiltCommand.run(asked + ["staging"], in: project.root)
    #expect(refused.status == 1 && refused.output.isEmpty && refused.errors.contains("SPAI1512"))
    #expect(try BuiltCommand.run(["restore", "plan"], in: project.root).status == 64)
  }

  @Test func whatIsNotBackedUpCannotBeRestored() throws {
    let disk = try disk("rto: 1h")
    var findings = Findings()
    var sources = discover(in: disk.folder, reporting: &findings)
    let workspace = try #require(Workspace(&sources, reporting: &findings))
    let unit = UnitID(environment: "production", tenant: "acme")
    let plan = RestorePlan(unit: unit, backup: nil, namespace: nil)
    #expect(workspace.restore(plan, reporting: &findings) == nil)
    #expect(findings.all.map(\.code.id).contains("SPAI1512"))
  }

  /// An experiment is allowed exactly up to what a drain may take, and what leaves a pod unharmed.
  @Test(arguments: 1...4) func experimentsStayWithinTheBudget(minimum: Int) async throws {
    for pods in 1...4 {
      for (fault, most) in [
        ("kill: {}", min(1, minimum - 1)), ("fail: {duration: 1m}", min(1, minimum - 1)),
        ("stress: {duration: 1m, cpu: 50}", minimum - 1), ("network: {duration: 1m, loss: 5}", minimum - 1),
      ] {
        let disk = try disk("rto: 1h") { disk in
          disk.edit("templates/levels.yaml", "short: prod", "short: prod\nchaos: true")
          disk.edit("templates/levels.yaml", "replicas: 2", "replicas: 10")
          let chaos = "{try: {cron: \"@daily\", pods: \(pods), \(fault)}}"
          let replicas = "{minimum: \(minimum), maximum: 8}"
          disk.edit("tenants/acme.yaml", "  api: {}", "  api: {replicas: \(replicas), chaos: \(chaos)}")
        }
        let found = try await errors(disk)
        #expect(found.isEmpty == (pods <= most), "\(fault), \(pods) of \(minimum)")
        #expect(found.allSatisfy { $0.code.id == "SPAI1418" })
      }
    }
  }

  /// The rule of backups sees the schedules, and takes no experiment for one.
  @Test func theRuleOfBackupsSeesThem() throws {
    let project = try Project()
    #expect(try BuiltCommand.run(["build"], in: project.root).status == 0)
    func untold(_ folder: String) throws -> Bool {
      let result = try BuiltCommand.run(
        ["lint", folder, "--profile", "all", "--diagnostics", "concise"],
        in: project.root
      )
      return !(result.output + result.errors).contains("SPAI2723")
    }
    #expect(try untold("out/production"))
    let path = "out/production/_cluster/velero/schedule.velero.io-spotify-ai-agent-prod.yaml"
    let schedule = try project.text(path)
    try project.write(
      schedule.replacing("    - spotify-ai-agent-prod\n", with: "    - another\n"),
      to: path
    )
    #expect(try !untold("out/production"))
  }
}
