import Diagnostics
import Linting
import SpaiGen
import Testing
import YAMLSyntax

/// Objects in a `List`, as kubectl prints them, are linted like objects one by one.
@Suite struct ListLintTests {
  static let names = LintRule.all.map(\.name)

  @Test(arguments: names) func aListIsItsObjects(name: String) throws {
    let rule = try #require(LintRule.all.first { $0.name == name })
    for example in rule.examples {
      let text = example.wrong
      var sources = SourceMap(), problems = Findings()
      let id = sources.add(path: "a.yaml", owner: .tenant, bytes: Array(text.utf8))
      let nodes = parseYAML(sources[id], reporting: &problems)
      try #require(problems.errorCount == 0)
      let list: Node = ["apiVersion": "v1", "kind": "List", "items": Node(.sequence(nodes))]
      let plain = told(Array(text.utf8), rule, example.settings)
      #expect(!plain.isEmpty)
      #expect(told(printYAML(list).bytes, rule, example.settings) == plain)
      #expect(told(printJSON(list), rule, example.settings) == plain)
    }
  }

  private func told(_ bytes: [UInt8], _ rule: LintRule, _ settings: LintSettings) -> [String] {
    var sources = SourceMap(), findings = Findings()
    _ = sources.add(path: "a.yaml", owner: .tenant, bytes: bytes)
    var configuration = LintConfiguration()
    configuration.settings = settings
    for other in LintRule.all { configuration.switches[other.name] = other.name == rule.name }
    let result = SpaiGen.lint(sources, LintPlan(configuration, sources), reporting: &findings)
    return result.diagnostics.map(\.message)
  }
}

extension Example {
  /// The manifest as it is wrong: of each `«right|wrong»` the second.
  fileprivate var wrong: String {
    let parts = text.filter { $0 != "↓" }.split(separator: "«", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts[0])) { result, part in
      let (marked, rest) = (part.prefix { $0 != "»" }, part.drop { $0 != "»" }.dropFirst())
      return result + marked.drop { $0 != "|" }.dropFirst() + rest
    }
  }
}
