import Diagnostics
import SpaiGen
import Testing

@Suite struct FeasibilityTests {
  /// The tenant is written anew, so that lines are those of the case.
  private func build(_ one: Infeasibility, with number: String) async throws -> (
    errors: [Diagnostic], tenant: Source
  ) {
    let disk = try Golden(named: "fault.txt").disk()
    disk.write(
      """
      apiVersion: spai/v1
      kind: Tenant
      metadata:
        name: acme
      tier: basic
      owner:
        team: acme-team
        contact: team@acme.example.com
      secretStore: vault

      """ + one.spec.replacing("@", with: number).replacing("'\(number)daily'", with: "'@daily'"),
      to: "tenants/acme.yaml"
    )
    let (findings, sources, _) = try await SpaiGenTests.build(disk)
    let tenant = try #require(sources.sources.first { $0.path == "tenants/acme.yaml" })
    return (findings.filter { $0.severity == .error }, tenant)
  }

  @Test(arguments: Infeasibility.all) func whatCannotBeIsRefused(one: Infeasibility) async throws {
    let (errors, tenant) = try await build(one, with: one.breaking)
    let first = try #require(errors.first)
    #expect(first.code.id == one.code)
    let words = [first.message] + ([first.primary] + first.related).compactMap { $0?.message }
    #expect(words.contains { $0.contains(one.says) }, "\(words)")
    #expect(try #require(first.primary).span.source == tenant.id)
    #expect(LineTable(tenant.bytes).position(of: try #require(first.primary).span.start).line == one.line)
    #expect(try await build(one, with: one.fitting).errors == [])
  }

  @Test func ceilingsBoundAllNamespacesTogether() async throws {
    for (key, ceiling, fits, sum) in [
      ("cpu", "199", "200", "production 100 + test 100 = 200"),
      ("memory", "399Gi", "400Gi", "production 200Gi + test 200Gi = 400Gi"),
      ("storage", "1Ti", "2Ti", "production 1Ti + test 1Ti = 2Ti"),
      ("gpus", "31", "32", "production 16 + test 16 = 32"),
      ("pods", "199", "200", "production 100 + test 100 = 200"),
    ] {
      let disk = try Golden(named: "fault.txt").disk()
      let levels = String(decoding: disk.files["templates/levels.yaml"] ?? [], as: UTF8.self)
      let tenant = String(decoding: disk.files["tenants/acme.yaml"] ?? [], as: UTF8.self)
      disk.write(
        "apiVersion: spai/v1\nkind: Environment\nmetadata: {name: test}\nshort: test\n",
        to: "templates/test.yaml"
      )
      disk.write(
        tenant.replacing("  production: {}\n", with: "  production: {}\n  test: {}\n"),
        to: "tenants/acme.yaml"
      )
      disk.write(
        levels.replacing("locked: [security.user]", with: "ceiling: {\(key): \(ceiling)}"),
        to: "templates/levels.yaml"
      )
      let errors = try await SpaiGenTests.build(disk).findings.filter { $0.severity == .error }
      #expect(errors.map(\.code.id) == ["SPAI1402"], "\(key)")
      #expect(errors.first?.primary?.message == sum)
      disk.write(
        levels.replacing("locked: [security.user]", with: "ceiling: {\(key): \(fits)}"),
        to: "templates/levels.yaml"
      )
      let rest = try await SpaiGenTests.build(disk).findings.filter { $0.severity == .error }
      #expect(rest == [], "\(key)")
    }
  }
}
