import Compliance
import Diagnostics
import Linting
import Testing

/// The examples of lint rules are the fixtures of controls: what fails the rule is a gap of every control that needs it.
@Suite struct RuleExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: ComplianceRule
    let lintRule: LintRule
    let example: Example
    var testDescription: String { "\(rule.name) by \(lintRule.name)" }
  }

  /// One case for each lint rule of a rule of which no lint rule is missing.
  static let all = ComplianceRule.table.filter { rule in
    !rule.lintRules.isEmpty && rule.lintRules.allSatisfy { name in LintRule.all.contains { $0.name == name } }
  }.flatMap { rule in
    LintRule.all.filter { rule.lintRules.contains($0.name) }.flatMap { lintRule in
      lintRule.examples.prefix(1).map { Case(rule: rule, lintRule: lintRule, example: $0) }
    }
  }

  static let frameworkText: String =
    ((try? shippedFiles()) ?? []).map(\.text).joined(separator: "\n---\n")

  /// Under settings of which the examples say parts.
  private func result(_ text: String) -> ComplianceResult {
    let ids = frameworks(Self.frameworkText).map(\.id)
    var configuration = LintConfiguration()
    configuration.settings = exemplarySettings
    return run([unit(text, frameworks: ids)], Self.frameworkText, configuration: configuration).result
  }

  @Test(arguments: all) func theWrongIsAGapOfEveryControlThatNeedsIt(one: Case) throws {
    let result = result(variant(of: one.example, right: false))
    let rule = try #require(result.rule(one.rule.name))
    #expect(rule.count(of: .failed) > 0)
    for framework in result.frameworks {
      for control in framework.controls where control.control.necessary.contains(one.rule.name) {
        #expect(control.outcome == .gap, "\(framework.framework.id)/\(control.control.id)")
      }
    }
  }

  @Test(arguments: all) func theRightHasNoFindingOfTheRule(one: Case) throws {
    let rule = try #require(result(variant(of: one.example, right: true)).rule(one.rule.name))
    let codes = rule.subjects.flatMap { $0.outcome.findings.map(\.diagnostic.code.name) }
    #expect(!codes.contains(one.lintRule.name))
    #expect(rule.count(of: .error) == 0)
    if case .notEvaluated(let reason) = rule.status { Issue.record("not evaluated: \(reason)") }
  }
}

/// The text of `«right|wrong»` on one side.
func variant(of example: Example, right: Bool) -> String {
  var result = "", rest = example.text.replacing("↓", with: "")[...]
  while let open = rest.firstIndex(of: "«"), let close = rest.firstIndex(of: "»") {
    let parts = rest[rest.index(after: open)..<close].split(
      separator: "|",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    result += rest[..<open] + (right ? parts[0] : parts.count > 1 ? parts[1] : "")
    rest = rest[rest.index(after: close)...]
  }
  return result + rest
}
