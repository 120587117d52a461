import Comparing
import Testing

@Suite struct DocumentationTests {
  /// Every rule is in `Docs/diff.md`, with its class and its reason.
  @Test func everyRuleIsDocumented() throws {
    let root = #filePath.dropLast("/Tests/ComparingTests/DocumentationTests.swift".count)
    let page = try text(of: "\(root)/Docs/diff.md")
    let missing = ruleVerdicts.map { "| `\($0.changeClass.name)` | \($0.reason) |" }.filter {
      !page.contains($0)
    }
    #expect(missing == [], "\(missing.joined(separator: "\n"))")
    for changeClass in ChangeClass.allCases { #expect(page.contains("| `\(changeClass.name)` |")) }
  }
}
