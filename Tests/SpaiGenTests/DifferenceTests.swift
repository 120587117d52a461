import Comparing
import Diagnostics
import Glibc
import Reporting
import SpaiGen
import Testing

/// What a change of the small platform means; each revision is a golden in `Tests/Goldens/revisions`.
@Suite struct DifferenceTests {
  @Test(arguments: Golden.goldens(in: "revisions")) func isTold(golden: Golden) async throws {
    let difference = try await difference(of: golden)
    let results = [
      "text": renderAsText(difference, palette: .plain), "markdown": renderAsMarkdown(difference),
    ]
    if getenv("UPDATE_GOLDENS") != nil { try golden.update(results) }
    #expect(golden.expected("text") != nil)
    for (name, result) in results {
      if let expected = golden.expected(name) { #expect(result == expected) }
    }
  }

  /// No class is without a revision that shows it.
  @Test func everyClassIsShown() async throws {
    var shown = Set<ChangeClass>()
    let goldens = Golden.goldens(in: "revisions")
    for golden in goldens { shown.formUnion(try await difference(of: golden).classes) }
    #expect(ChangeClass.allCases.filter { !shown.contains($0) } == [])
    #expect(goldens.count >= 20)
  }

  @Test func anUpgradeOfOneTenantAmongManyFitsAScreen() async throws {
    let golden = try Golden(named: "tier-upgrade.txt", in: "revisions")
    let markdown = renderAsMarkdown(try await difference(of: golden))
    #expect(markdown.split(separator: "\n", omittingEmptySubsequences: false).count < 80)
    #expect(!markdown.contains("tenant-07"))
  }

  @Test(arguments: [("acme", 1), ("beta", 1), ("tenant", 0)]) func tenantsNarrow(tenant: String, count: Int)
    async throws
  {
    let golden = try Golden(named: "everywhere.txt", in: "revisions")
    let difference = try await difference(of: golden) { $0.tenant = tenant }
    #expect(difference.units.map(\.tenant) == Array(repeating: tenant, count: count))
  }

  @Test func environmentsNarrow() async throws {
    let golden = try Golden(named: "priority.txt", in: "revisions")
    #expect(try await difference(of: golden) { $0.environment = "staging" }.units.isEmpty)
    #expect(try await difference(of: golden) { $0.environment = "production" }.units.count == 1)
  }

  /// A tenant of which a file cannot be read is not taken for a deleted one.
  @Test(arguments: ["metadata: {name: beta", "kind: Tenant\nmetadata: {name: beta}\n"])
  func whatCannotBeReadIsLeftOut(text: String) async throws {
    let golden = try Golden(named: "tenant-deleted.txt", in: "revisions")
    let after = try golden.disk()
    after.write("apiVersion: spai/v1\n\(text)", to: "tenants/beta.yaml")
    let difference = try await difference(from: try golden.disk(before: true), to: after)
    #expect(difference.units.isEmpty)
    #expect(difference.leftOut.map(\.unit) == ["production/beta"])
    #expect(difference.leftOut.map(\.side) == [.new])
  }

  @Test(arguments: [(ChangeClass.dataAtRisk, true), (.deleted, true), (.cosmetic, true)])
  func aThresholdIsMetByWhatIsWorse(threshold: ChangeClass, isMet: Bool) async throws {
    let golden = try Golden(named: "claim-deleted.txt", in: "revisions")
    #expect(try await difference(of: golden).holds(threshold) == isMet)
    let harmless = try Golden(named: "contact.txt", in: "revisions")
    #expect(try await difference(of: harmless).holds(threshold) == (threshold == .cosmetic))
  }

  @Test func theNumberOfWorkersChangesNothing() async throws {
    let golden = try Golden(named: "tier-upgrade.txt", in: "revisions")
    let one = renderAsJSON(try await difference(of: golden) { $0.workers = 1 })
    #expect(one == renderAsJSON(try await difference(of: golden) { $0.workers = 7 }))
  }
}

func difference(of golden: Golden, _ change: (inout DiffOptions) -> Void = { _ in }) async throws
  -> Difference
{
  try await difference(from: try golden.disk(before: true), to: try golden.disk(), change)
}

func difference(
  from before: MemoryDisk,
  to after: MemoryDisk,
  _ change: (inout DiffOptions) -> Void = { _ in }
) async throws -> Difference {
  var findings = Findings()
  func revision(_ name: String, _ disk: MemoryDisk) throws -> Revision {
    var sources = discover(in: disk.folder, reporting: &findings)
    let workspace = try #require(Workspace(&sources, reporting: &findings))
    return Revision(name: name, workspace: workspace, sources: sources)
  }
  var options = DiffOptions()
  change(&options)
  return await SpaiGen.difference(
    from: try revision("HEAD", before),
    to: try revision("working tree", after),
    options: options,
    reporting: &findings
  )
}
