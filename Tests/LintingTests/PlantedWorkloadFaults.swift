import Diagnostics
import Linting
import Testing
import YAMLSyntax

/// One fault in a consistent set of objects is one finding, of the rule that is about it, and none of another.
@Suite struct PlantedWorkloadFaults {
  static let groups: Set<LintRule.Group> = [
    .resources, .availability, .storage, .jobs, .autoscaling, .accelerators,
  ]

  static let rules = LintRule.all.filter { groups.contains($0.group) }

  @Test func theSetHasNoFault() {
    #expect(told(in: consistentWorkloads) == [])
  }

  @Test(arguments: WorkloadFault.all) func oneFaultIsOneFinding(fault: WorkloadFault) throws {
    let (text, line) = try #require(fault.planted(in: consistentWorkloads), "an edit does not fit once")
    let told = told(in: text)
    #expect(told.count == 1, "\(told)")
    #expect(told.first?.hasPrefix("\(line): \(fault.rule): ") == true, "line \(line): \(told)")
  }

  @Test func everyRuleHasAFault() {
    let planted = Set(WorkloadFault.all.map(\.rule))
    #expect(Self.rules.map(\.name).filter { !planted.contains($0) } == [])
  }

  /// Every finding of these groups, in the profile of all rules.
  private func told(in text: String) -> [String] {
    var sources = SourceMap(), problems = Findings()
    let id = sources.add(path: "a.yaml", owner: .tenant, bytes: Array(text.utf8))
    let nodes = parseYAML(sources[id], reporting: &problems)
    if problems.errorCount > 0 { return problems.all.map { "not YAML: \($0.message)" } }
    var configuration = LintConfiguration()
    for rule in LintRule.all { configuration.switches[rule.name] = Self.groups.contains(rule.group) }
    configuration.settings.audit.encryptedStorageClasses = ["fast", "slow"]
    configuration.settings.audit.reclaimPolicies = ["slow": "Retain"]
    let table = LineTable(sources[id].bytes)
    return lint(ObjectSet(nodes), configuration).map { finding in
      let line = finding.diagnostic.primary.map { table.position(of: $0.span.start).line } ?? 0
      return "\(line): \(finding.diagnostic.code.name): \(finding.diagnostic.message)"
    }
  }
}

/// A change of the consistent set, and the rule that tells of it.
struct WorkloadFault: CustomTestStringConvertible, Sendable {
  static let all = resources + availability + budgets + storage + jobs + autoscaling + accelerators

  let rule: String
  /// Texts that are there once, and what comes in their place; nothing stands for the end.
  ///
  /// The finding is at `↓`, or where the last change begins.
  let edits: [(String, String)]

  init(_ rule: String, _ edits: (String, String)...) {
    self.rule = rule
    self.edits = edits
  }

  init(_ rule: String, adding object: String) {
    self.rule = rule
    edits = [("", "---\n" + object)]
  }

  var testDescription: String { rule }

  func planted(in base: String) -> (text: String, line: Int)? {
    var text = base, place = base.startIndex
    for (old, new) in edits {
      if old.isEmpty {
        text += "\n" + new
        continue
      }
      let ranges = text.ranges(of: old)
      guard ranges.count == 1, let range = ranges.first else { return nil }
      text.replaceSubrange(range, with: new)
      place = range.lowerBound
    }
    if let mark = text.firstIndex(of: "↓") { place = mark }
    let line = text[..<place].count { $0 == "\n" } + 1
    return (text.filter { $0 != "↓" }, line)
  }
}
