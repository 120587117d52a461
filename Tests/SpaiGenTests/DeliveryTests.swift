import Diagnostics
import SpaiGen
import Testing

/// What delivery engines read besides the objects.
@Suite struct DeliveryTests {
  /// What each index of an output lists, by the folder that it stands in.
  private func indexes(_ files: [String: [UInt8]]) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for (path, bytes) in files where path.hasSuffix("/kustomization.yaml") {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      found[String(path.dropLast("kustomization.yaml".count))] =
        lines.filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
    }
    return found
  }

  /// The files that the indexes of an output should list: each at the nearest index above it.
  private func listable(_ files: [String: [UInt8]]) -> [String: [String]] {
    let folders = indexes(files).keys.sorted { $0.utf8.count > $1.utf8.count }
    var expected: [String: [String]] = [:]
    for path in files.keys
    where path.hasPrefix("out/") && path.hasSuffix(".yaml") && !path.hasSuffix("/kustomization.yaml") {
      let folder = folders.first { path.hasPrefix($0) } ?? "nowhere"
      expected[folder, default: []].append(String(path.dropFirst(folder.utf8.count)))
    }
    return expected
  }

  private func expectIndexesToBeRight(_ files: [String: [UInt8]]) {
    let (found, expected) = (indexes(files), listable(files))
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (folder, paths) in expected {
      #expect(found[folder]?.sorted() == paths.sorted(), "\(folder)")
    }
  }

  private func disk() throws -> MemoryDisk {
    try Golden(named: "render/kustomize.txt").disk()
  }

  private let unit = "out/production/acme/"

  @Test func everyFileOfTheSampleIsListedOnce() throws {
    let output = try Project.committedOutput()
    let files = Dictionary(uniqueKeysWithValues: output.map { ("out/\($0)", $1) })
    #expect(indexes(files).count == 22)
    expectIndexesToBeRight(files)
  }

  @Test func aServiceComesAndGoesWithItsIndex() async throws {
    let disk = try disk()
    _ = try await build(disk)
    let before = try #require(indexes(disk.files)[unit])
    let tenant = disk.text("tenants/acme.yaml")
    disk.write(tenant.replacing("jobs:", with: "  extra: {template: api}\njobs:"), to: "tenants/acme.yaml")
    _ = try await build(disk)
    expectIndexesToBeRight(disk.files)
    let added = try #require(indexes(disk.files)[unit]).filter { !before.contains($0) }
    #expect(
      added == [
        "acme-prod/serviceaccount-extra.yaml", "acme-prod/networkpolicy.networking.k8s.io-extra.yaml",
        "acme-prod/deployment.apps-extra.yaml",
        "acme-prod/grafanadashboard.grafana.integreatly.org-extra.yaml",
        "acme-prod/poddisruptionbudget.policy-extra.yaml",
        "acme-prod/prometheusrule.monitoring.coreos.com-extra.yaml", "acme-prod/service-extra.yaml",
        "acme-prod/horizontalpodautoscaler.autoscaling-extra.yaml",
      ]
    )
    disk.write(tenant, to: "tenants/acme.yaml")
    _ = try await build(disk)
    #expect(indexes(disk.files)[unit] == before)
    expectIndexesToBeRight(disk.files)
  }

  /// A part of a unit must not be taken for all of it.
  @Test(arguments: ["service", "tenant", "namespace"]) func narrowedBuildsListTheRest(by option: String)
    async throws
  {
    let disk = try disk()
    disk.write(otherTenant, to: "tenants/other.yaml")
    _ = try await build(disk)
    let before = disk.files
    let tenant = disk.text("tenants/acme.yaml")
    disk.write(tenant.replacing("jobs:", with: "  extra: {template: api}\njobs:"), to: "tenants/acme.yaml")
    let (findings, _, _) = try await build(disk) { options in
      switch option {
      case "service":
        options.tenant = "acme"
        options.service = "extra"
      case "tenant": options.tenant = "acme"
      default: options.namespace = "acme-prod"
      }
    }
    #expect(findings.isEmpty)
    #expect(disk.files.count > before.count)
    expectIndexesToBeRight(disk.files)
    #expect(indexes(disk.files)["out/production/_cluster/"]?.contains("namespace-other-prod.yaml") == true)
  }

  /// Its namespace is still there, and another tenant's new one is applied all the same.
  @Test func aBrokenTenantStaysListed() async throws {
    let disk = try disk()
    _ = try await build(disk)
    disk.write(
      disk.text("tenants/acme.yaml").replacing("tier: basic", with: "tier: basc"),
      to: "tenants/acme.yaml"
    )
    disk.write(otherTenant, to: "tenants/other.yaml")
    let (findings, _, _) = try await build(disk)
    #expect(findings.map(\.code.id) == ["SPAI1301"])
    expectIndexesToBeRight(disk.files)
    let listed = try #require(indexes(disk.files)["out/production/_cluster/"])
    #expect(listed.prefix(2) == ["namespace-acme-prod.yaml", "namespace-other-prod.yaml"])
  }

  /// Nobody knows then what else is ours.
  @Test func anIndexStaysWhereTheLockCannotBeRead() async throws {
    let disk = try disk()
    _ = try await build(disk)
    let before = disk.files["\(unit)kustomization.yaml"]
    disk.write("torn", to: "\(unit).spai-gen.lock")
    _ = try await build(disk) { options in
      options.tenant = "acme"
      options.service = "api"
    }
    #expect(disk.files["\(unit)kustomization.yaml"] == before)
  }

  @Test func withoutTheSettingIndexesGo() async throws {
    let disk = try disk()
    _ = try await build(disk)
    #expect(indexes(disk.files).count == 2)
    let platform = disk.text("templates/platform.yaml")
    disk.write(platform.replacing("kustomize: true", with: "kustomize: false"), to: "templates/platform.yaml")
    let (findings, _, _) = try await build(disk)
    #expect(findings.isEmpty)
    #expect(indexes(disk.files).isEmpty)
  }

  /// Two tenants in one namespace would be one file of `_cluster`, and one of them would lose.
  @Test func sharedNamespacesAreRefused() async throws {
    let disk = try disk()
    disk.write(
      otherTenant.replacing("production: {}", with: "production: {namespace: acme-prod}"),
      to: "tenants/other.yaml"
    )
    let (findings, _, outcome) = try await build(disk)
    #expect(findings.map(\.code.id) == ["SPAI1506"])
    #expect(outcome?.units.filter(\.isFailed).map(\.id.path) == ["production/_cluster"])
    #expect(!disk.files.keys.contains { $0.hasPrefix("out/production/_cluster/") })
  }

  private let otherTenant = """
    apiVersion: spai/v1
    kind: Tenant
    metadata: {name: other}
    tier: basic
    owner: {team: other, contact: other@example.com}
    secretStore: vault
    environments: {production: {}}

    """
}

extension MemoryDisk {
  fileprivate func text(_ path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }
}
