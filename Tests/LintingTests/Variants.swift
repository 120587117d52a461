import Diagnostics
import Linting
import YAMLSyntax

extension Example {
  /// The manifest as it is right.
  var right: String { variant(first: true).filter { $0 != "↓" } }

  /// The manifest as it is wrong.
  var wrong: String { variant(first: false).filter { $0 != "↓" } }

  /// The line of the finding, from 1.
  var line: Int {
    let wrong = variant(first: false)
    if wrong.contains("↓") { return wrong.prefix { $0 != "↓" }.count { $0.isNewline } + 1 }
    return text.prefix { $0 != "«" }.count { $0.isNewline } + 1
  }

  private func variant(first: Bool) -> String {
    var result = "", rest = text[...]
    while let open = rest.firstIndex(of: "«"), let close = rest.firstIndex(of: "»") {
      let parts = rest[rest.index(after: open)..<close].split(
        separator: "|",
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      result += rest[..<open] + (first ? parts[0] : parts.count > 1 ? parts[1] : "")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// The lines of the findings of one rule in a text, and what they say.
func findings(of rule: LintRule, in text: String, _ change: (inout LintConfiguration) -> Void = { _ in })
  -> [String]
{
  var sources = SourceMap(), problems = Findings()
  let id = sources.add(path: "a.yaml", owner: .tenant, bytes: Array(text.utf8))
  let nodes = parseYAML(sources[id], reporting: &problems)
  if problems.errorCount > 0 { return problems.all.map { "not YAML: \($0.message)" } }
  var configuration = LintConfiguration()
  for other in LintRule.all { configuration.switches[other.name] = other.name == rule.name }
  change(&configuration)
  let table = LineTable(sources[id].bytes)
  return lint(ObjectSet(nodes), configuration).map { finding in
    let line = finding.diagnostic.primary.map { table.position(of: $0.span.start).line } ?? 0
    return "\(line): \(finding.diagnostic.message)"
  }
}
