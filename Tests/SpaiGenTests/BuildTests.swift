import Diagnostics
import Glibc
import SpaiGen
import Specification
import TestSupport
import Testing

@Suite struct BuildTests {
  @Test func theSampleCompilesToTheCommittedOutput() async throws {
    let project = try Project()
    let (outcome, findings) = try await project.build()
    #expect(findings.isEmpty)
    #expect(outcome?.units.contains { $0.isFailed } == false)
    let committed = Folder(Project.repository)
    let output = try project.output()
    #expect(
      try committed.files(below: "out") == output.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    )
    for (path, bytes) in output {
      #expect(try committed.read("out/\(path)") == bytes, "\(path) differs")
    }
  }

  @Test func aSecondBuildWritesNothing() async throws {
    let project = try Project()
    try await project.build()
    func inodes() throws -> [String: UInt] {
      try Dictionary(
        uniqueKeysWithValues: project.folder.files(below: "out").map { path in
          var status = stat()
          lstat("\(project.root)/out/\(path)", &status)
          return (path, UInt(status.st_ino))
        }
      )
    }
    let before = try inodes()
    let (outcome, _) = try await project.build()
    #expect(outcome?.units.allSatisfy { $0.files?.isClean == true } == true)
    #expect(try inodes() == before)
  }

  @Test(arguments: [1, 2, 7]) func workersMakeNoDifference(workers: Int) async throws {
    let (one, many) = (try Project(), try Project())
    try await one.build { $0.workers = 1 }
    try await many.build { $0.workers = workers + 1 }
    #expect(try one.output() == many.output())
  }

  @Test func everyEditedByteIsFoundAndNamed() async throws {
    let project = try Project()
    try await project.build()
    var random = SplitMix64(seed: seed)
    for path in try project.output().keys.sorted().shuffled(using: &random).prefix(8)
    where path.hasSuffix(".yaml") {
      let bytes = try #require(try project.folder.read("out/\(path)"))
      var edited = bytes
      let index = Int.random(in: edited.indices, using: &random)
      edited[index] = edited[index] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
      try project.write(edited, to: "out/\(path)")
      let (_, checked) = try await project.build { $0.mode = .check }
      #expect(checked == ["error[SPAI1501]: 'out/\(path)' was edited by hand"], "seed \(seed)")
      let (_, built) = try await project.build()
      #expect(
        built == ["error[SPAI1502]: 'out/\(path)' is not what spai-gen wrote, and would be overwritten"]
      )
      #expect(try project.folder.read("out/\(path)") == edited)
      try project.write(bytes, to: "out/\(path)")
    }
  }

  @Test func discardedEditsAreOverwritten() async throws {
    let project = try Project()
    try await project.build()
    let before = try project.output()
    try project.write(
      "mine: 1\n",
      to: "out/production/medisound/medisound-prod/networkpolicy.networking.k8s.io-allow-dns.yaml"
    )
    let (_, findings) = try await project.build { $0.apply.discardEdits = ["production/medisound"] }
    #expect(findings.isEmpty)
    #expect(try project.output() == before)
  }

  @Test func aBrokenTenantFailsAlone() async throws {
    let project = try Project()
    try await project.build()
    let before = try project.output()
    try project.edit("tenants/indie-label.yaml", "tier: free", "tier: fre")
    try project.edit("templates/services/backend.yaml", "category: core", "category: heart")
    let (outcome, findings) = try await project.build()
    #expect(findings.count == 1)
    #expect(findings.first?.contains("no Tier is called 'fre'") == true)
    #expect(outcome?.units.filter(\.isFailed).map(\.id.tenant) == ["indie-label", "indie-label"])
    let after = try project.output()
    for (path, bytes) in before where path.contains("indie-label") {
      #expect(after[path] == bytes, "\(path) was touched")
    }
    #expect(after.contains { $0.key.contains("medisound") && before[$0.key] != $0.value })
  }

  @Test func aFileThatIsNotYAMLPrunesNothing() async throws {
    let project = try Project()
    try await project.build()
    let before = try project.output()
    try project.write("kind: [", to: "tenants/medisound/transcriber.yaml")
    let (_, findings) = try await project.build()
    #expect(findings.contains { $0.contains("SPAI1001") })
    #expect(try Set(project.output().keys) == Set(before.keys))
  }

  @Test func aRemovedServiceIsPruned() async throws {
    let project = try Project()
    try await project.build()
    let service = "out/staging/studio-sessions/studio-sessions-staging"
    try project.folder.remove("tenants/studio-sessions/waveform.yaml")
    try project.edit(
      "tenants/studio-sessions/tenant.yaml",
      "    calls:\n      waveform:\n        ports: [http]\n",
      ""
    )
    try project.edit("tenants/studio-sessions/tenant.yaml", "  backend:\n", "  backend: {}\n")
    // The service is stateful: its claims would be gone.
    let (_, refused) = try await project.build()
    #expect(refused.contains { $0.contains("SPAI1504") })
    #expect(try project.folder.read("\(service)/statefulset.apps-waveform.yaml") != nil)
    let (_, findings) = try await project.build {
      $0.apply.allowDelete = ["production/studio-sessions", "staging/studio-sessions"]
    }
    #expect(findings.isEmpty)
    #expect(try project.folder.read("\(service)/statefulset.apps-waveform.yaml") == nil)
    let (checked, _) = try await project.build { $0.mode = .check }
    #expect(checked?.units.allSatisfy { !$0.isFailed } == true)
  }

  @Test func foreignFilesAreKept() async throws {
    let project = try Project()
    try await project.build()
    let path = "out/production/medisound/medisound-prod/mine.yaml"
    try project.write("a: 1\n", to: path)
    let (_, checked) = try await project.build { $0.mode = .check }
    #expect(checked == ["warning[SPAI1501]: '\(path)' is not ours"])
    try await project.build()
    #expect(try project.text(path) == "a: 1\n")
  }

  @Test(arguments: [
    "out", "out/production", "out/production/medisound", "out/production/medisound/medisound-prod",
    "out/production/medisound/medisound-prod/service-backend.yaml",
  ]) func symbolicLinksAreRefused(path: String) async throws {
    let project = try Project()
    try await project.build()
    let target = "\(project.root)/elsewhere"
    try project.folder.rename(path, to: "elsewhere")
    #expect(symlink(target, "\(project.root)/\(path)") == 0)
    let before = try? project.folder.files(below: "elsewhere")
    try project.edit("templates/services/backend.yaml", "category: core", "category: heart")
    let (outcome, findings) = try await project.build()
    #expect(findings.contains { $0.contains("symbolic link") || $0.contains("links") })
    #expect(outcome?.units.contains { $0.isFailed } == true)
    #expect((try? project.folder.files(below: "elsewhere")) == before)
  }

  @Test func linkedInputIsToldAndNotFollowed() async throws {
    let project = try Project()
    #expect(symlink("medisound", "\(project.root)/tenants/link") == 0)
    let (_, findings) = try await project.build()
    #expect(findings == ["error[SPAI0003]: 'tenants/link' is a symbolic link, and is not followed"])
  }

  @Test func anInterruptedBuildIsDriftAndIsFinished() async throws {
    let project = try Project()
    try await project.build()
    let lock = "out/production/medisound/.spai-gen.lock"
    // A build that was killed: the next lock and some new files are there, the old lock still stands.
    try project.edit("templates/services/backend.yaml", "category: core", "category: heart")
    let other = try Project()
    try other.edit("templates/services/backend.yaml", "category: core", "category: heart")
    try await other.build()
    try project.write(try other.text(lock), to: lock + ".next")
    let file = "out/production/medisound/medisound-prod/deployment.apps-backend.yaml"
    try project.write(try other.text(file), to: file)
    let (_, checked) = try await project.build { $0.mode = .check }
    #expect(checked.contains { $0.contains("interrupted build") })
    let (_, findings) = try await project.build()
    #expect(findings.isEmpty)
    #expect(try project.output() == other.output())
  }

  @Test func narrowingTouchesNothingElse() async throws {
    let project = try Project()
    let (outcome, findings) = try await project.build {
      $0.tenant = "medisound"
      $0.environment = "staging"
    }
    #expect(findings.isEmpty)
    #expect(outcome?.units.map(\.id.path) == ["staging/_cluster", "staging/medisound"])
    #expect(
      try project.output().keys.allSatisfy {
        $0.hasPrefix("staging/_cluster/") || $0.hasPrefix("staging/medisound/")
      }
    )
  }

  @Test func missingInputIsNotAnEmptySpec() async throws {
    let project = try Project()
    try await project.build()
    let before = try project.output()
    try project.removeAll("tenants")
    let (outcome, findings) = try await project.build()
    #expect(outcome == nil)
    #expect(findings == ["error[SPAI0002]: there is no folder 'tenants/' here"])
    #expect(try project.output() == before)
  }

  @Test func aRemovedTenantStaysUntilItsDeletionIsAllowed() async throws {
    let project = try Project()
    try await project.build()
    try project.folder.remove("tenants/indie-label.yaml")
    let namespaces = ["development/_cluster", "production/_cluster"]
    let (_, kept) = try await project.build { $0.apply.allowDelete = Set(namespaces) }
    #expect(kept.count { $0.contains("SPAI1508") } == 2)
    #expect(try project.output().keys.contains { $0.hasPrefix("production/indie-label/") })
    let units = namespaces + ["development/indie-label", "production/indie-label"]
    let (_, findings) = try await project.build { $0.apply.allowDelete = Set(units) }
    #expect(findings.isEmpty)
    #expect(try !project.output().keys.contains { $0.contains("indie-label") })
  }

  @Test func aPlatformOfCoreKubernetesFallsBackAndSaysSo() async throws {
    let project = try Project()
    let platform = try project.text("templates/platform.yaml")
    var lines: [Substring] = []
    var isInside = false
    for line in platform.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("capabilities:") { isInside = true; continue }
      if isInside, line.hasPrefix(" ") || line.hasPrefix("#") || line.isEmpty { continue }
      isInside = false
      lines.append(line)
    }
    try project.write(lines.joined(separator: "\n"), to: "templates/platform.yaml")
    // What only a gateway or an operator of databases can do has no fallback: it is one error for each.
    let (_, refused) = try await project.build()
    let errors = [
      "error[SPAI1371]: 'isolation: cluster' of database 'patients' needs capability 'cloudNativePG'",
      "error[SPAI1381]: 'rollout.strategy: abTest' of service 'backend' needs capability 'gatewayAPI'",
      "error[SPAI1366]: service 'search-ml' is exposed by gRPC, which needs capability 'gatewayAPI'",
    ]
    let told = refused.filter { !$0.contains("warning[") }
    #expect(zip(told, errors).allSatisfy { $0.hasSuffix($1) } && told.count == errors.count, "\(told)")
    let hospital = try project.text("tenants/medisound/tenant.yaml")
    try project.write(
      hospital.replacing("isolation: cluster", with: "isolation: database"),
      to: "tenants/medisound/tenant.yaml"
    )
    let radio = try project.text("tenants/nordic-radio.yaml")
    try project.write(
      radio.replacing("strategy: abTest", with: "strategy: recreate"),
      to: "tenants/nordic-radio.yaml"
    )
    try project.edit(
      "tenants/spotify-ai-agent/tenant.yaml",
      "      host: ranker\n      port: grpc\n",
      "      host: ranker\n      port: http\n"
    )
    let (outcome, findings) = try await project.build()
    #expect(outcome?.units.contains { $0.isFailed } == false)
    #expect(findings.count == 29)
    #expect(findings.allSatisfy { $0.contains("warning[SPAI1328]: without capability") })
    let names = try project.output().keys
    #expect(names.contains { $0.contains("/ingress.networking.k8s.io-") })
    for name in ["tenant-logs", "tenant-runtime-rules"] {
      #expect(names.contains { $0.hasSuffix("/configmap-\(name).yaml") })
    }
    #expect(
      !names.contains {
        [
          "httproute", "externalsecret", "verticalpod", "opentelemetry", "tracingpolicy",
          "clusterimagepolicy",
        ]
        .contains(where: $0.contains)
      }
    )
  }
}
