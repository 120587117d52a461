import Diagnostics
import Linting
import Testing
import YAMLSyntax

/// The examples of a rule are its tests.
@Suite struct ExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: LintRule
    let example: Example
    var testDescription: String { rule.name }
    func tell(_ configuration: inout LintConfiguration) { configuration.settings = example.settings }
  }

  static let all = LintRule.all.flatMap { rule in rule.examples.map { Case(rule: rule, example: $0) } }

  @Test(arguments: all) func theRightIsSilentAndTheWrongIsToldAtItsLine(one: Case) {
    #expect(findings(of: one.rule, in: one.example.right, one.tell) == [])
    let told = findings(of: one.rule, in: one.example.wrong, one.tell)
    #expect(told.count == 1, "\(told)")
    #expect(told.first?.hasPrefix("\(one.example.line): ") == true, "\(told)")
  }

  /// How a manifest is written does not matter.
  @Test(arguments: all) func theSpellingDoesNotMatter(one: Case) {
    let wrong = one.example.wrong
    func lines(_ text: String) -> [Int] {
      findings(of: one.rule, in: text, one.tell).compactMap {
        $0.split(separator: ":").first.flatMap { Int($0) }
      }
    }
    let plain = lines(wrong)
    #expect(lines(wrong.replacing("\n", with: "\r\n")) == plain, "CRLF")
    #expect(lines("\u{FEFF}" + wrong) == plain, "byte order mark")
    #expect(lines("# ä, and nothing else\n" + wrong) == plain.map { $0 + 1 }, "comment")
    #expect(lines("---\n" + wrong + "\n...\n") == plain.map { $0 + 1 }, "document marks")
  }

  /// Neither does in which style.
  @Test(arguments: all) func theStyleDoesNotMatter(one: Case) throws {
    var sources = SourceMap(), problems = Findings()
    let id = sources.add(path: "a.yaml", owner: .tenant, bytes: Array(one.example.wrong.utf8))
    let nodes = parseYAML(sources[id], reporting: &problems)
    try #require(problems.errorCount == 0)
    func messages(_ text: String) -> [String] {
      findings(of: one.rule, in: text, one.tell).map { String($0.drop { $0 != " " }) }
    }
    func joined(_ documents: [[UInt8]]) -> String {
      documents.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "---\n")
    }
    let plain = messages(one.example.wrong)
    #expect(messages(joined(nodes.map(printJSON))) == plain, "flow style")
    #expect(messages(joined(nodes.map { printYAML($0).bytes })) == plain, "block style, as we print it")
  }

  @Test(arguments: all) func anObjectMayAllowIt(one: Case) {
    let annotation = "annotations: {\"spai/allow.\(one.rule.name)\": \"it is a test\"}"
    let allowed = one.example.wrong.replacing("metadata: {name:", with: "metadata: {\(annotation), name:")
    guard allowed != one.example.wrong else { return }
    #expect(findings(of: one.rule, in: allowed, one.tell) == [])
  }

  @Test(arguments: [
    "ignore-check.kube-linter.io/privileged-container: the driver", "kube-linter.io/ignore-all: vendor",
    "kube-score/ignore: \"container-image-tag,container-security-context-privileged\"",
    "polaris.fairwinds.com/run-as-privileged-exempt: \"true\"", "polaris.fairwinds.com/exempt: \"true\"",
    "checkov.io/skip1: CKV_K8S_16=the driver needs it", "spai/allow.privileged-container: the driver",
  ]) func otherCheckersAllowancesHold(annotation: String) throws {
    let rule = try #require(LintRule.all.first { $0.name == "privileged-container" })
    let text =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a, annotations: {@}}\nspec:\n  containers:\n  - name: a\n"
      + "    securityContext: {privileged: true}\n"
    #expect(findings(of: rule, in: text.replacing("@", with: annotation)) == [])
    #expect(findings(of: rule, in: text.replacing("@", with: "checkov.io/skip1: CKV_K8S_17=x")).count == 1)
  }

  @Test func everyRuleHasAnExampleAndItsOwnName() {
    for rule in LintRule.all {
      #expect(!rule.examples.isEmpty, "\(rule.name)")
      #expect(rule.rationale.hasSuffix(".") && rule.remediation.hasSuffix("."), "\(rule.name)")
      let thousands = 20 + (LintRule.Group.allCases.firstIndex(of: rule.group) ?? 0)
      #expect(rule.code.id.hasPrefix("SPAI\(thousands)"), "\(rule.name) is in group \(rule.group)")
      for example in rule.examples { #expect(example.text.contains("«"), "\(rule.name)") }
    }
    #expect(Set(LintRule.all.map(\.code.id)).count == LintRule.all.count)
    #expect(Set(LintRule.all.map(\.name)).count == LintRule.all.count)
  }
}
