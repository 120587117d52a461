import Compliance
import Diagnostics
import Testing

/// The frameworks that come with the compiler.
@Suite struct ShippedFrameworkTests {
  @Test func everyFileDecodesWithoutFindings() throws {
    for file in try shippedFiles() {
      #expect(told(about: file.text) { _ = decodeFrameworks($0, reporting: &$1) } == [], "\(file.path)")
    }
  }

  /// Requirements by coverage: full, partial, artefact, none.
  @Test(arguments: [
    ("cis-k8s-2.0.1-s5", 34, [27, 6, 0, 1]),
    ("gdpr", 18, [0, 6, 9, 3]),
    ("hipaa-security-rule", 42, [0, 7, 7, 28]),
    ("iso-27001-2022", 93, [0, 22, 16, 55]),
    ("k8s-pss-restricted", 15, [15, 0, 0, 0]),
    ("nsa-cisa-1.2", 26, [13, 7, 3, 3]),
    ("pci-dss-4.0.1", 280, [0, 36, 13, 231]),
    ("sox-itgc", 19, [0, 7, 8, 4]),
  ])
  func theUniverseIsComplete(id: String, total: Int, counts: [Int]) throws {
    let all = try frameworks(shippedFiles().map(\.text).joined(separator: "\n---\n"))
    let framework = try #require(all.first { $0.id == id })
    #expect(framework.universe.total == total)
    #expect(Framework.Coverage.allCases.map { framework.count(of: $0) } == counts)
    #expect(framework.controls.reduce(0) { $0 + $1.covers.count } == total)
  }

  @Test func thereAreEight() throws {
    let all = try frameworks(shippedFiles().map(\.text).joined(separator: "\n---\n"))
    #expect(all.count == 8)
    #expect(all.map(\.id) == all.map(\.id).sorted())
    // Rows of the map, and nothing dropped: every control with rules.
    #expect(all.map { $0.controls.count { $0.coverage != .none } } == [33, 15, 18, 38, 17, 23, 49, 15])
  }

  /// The names that tenants of the sample platform declare.
  @Test(arguments: ["pci-dss", "gdpr", "iso27001", "sox", "hipaa", "cis", "nsa", "pss"])
  func eachNameMeansOneFramework(name: String) throws {
    let all = try frameworks(shippedFiles().map(\.text).joined(separator: "\n---\n"))
    #expect(all.count { $0.isCalled(name) } == 1)
  }

  /// Laws and standards are never decided by manifests.
  @Test(arguments: ["gdpr", "hipaa-security-rule", "iso-27001-2022", "pci-dss-4.0.1", "sox-itgc"])
  func noRegulationHasFullCoverage(id: String) throws {
    let all = try frameworks(shippedFiles().map(\.text).joined(separator: "\n---\n"))
    #expect(all.first { $0.id == id }?.count(of: .full) == 0)
  }

  @Test func everyRuleOfTheTableIsUsedAndNamedOnce() throws {
    let all = try frameworks(shippedFiles().map(\.text).joined(separator: "\n---\n"))
    let used = Set(all.flatMap(\.rules))
    #expect(ComplianceRule.table.count == 88)
    #expect(Set(ComplianceRule.table.map(\.name)) == used)
  }

  @Test func nothingIsEverCalledCompliant() throws {
    let forbidden = ["compliant", "certified", "audit passed", "satisfies pci"]
    let words =
      try shippedFiles().map(\.text) + ControlResult.Outcome.allCases.map(\.rawValue)
      + ComplianceRule.table.map(\.summary) + [ComplianceResult.footer]
    for text in words {
      for word in forbidden { #expect(!text.lowercased().contains(word), "\(word)") }
    }
  }
}
