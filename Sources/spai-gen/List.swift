internal import ArgumentParser
internal import Diagnostics
internal import Linting
internal import SpaiGen
internal import Specification

struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what the specs declare.",
    discussion: """
      Examples:
        spai-gen list services
        spai-gen list tenants
        spai-gen list rules
      """
  )

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case services
    case jobs
    case tenants
    case rules
  }

  @OptionGroup var inputs: InputOptions

  @Argument(help: "services, jobs, tenants or rules.")
  var subject: Subject

  func run() async throws {
    if subject == .rules { return print(table(ruleRows)) }
    var findings = Findings()
    var sources = SourceMap()
    do {
      sources = try discover(in: Folder(inputs.root), reporting: &findings)
    } catch {
      findings.report(error.diagnostic)
    }
    guard let repository = Workspace(&sources, reporting: &findings)?.repository else {
      inputs.show(findings.all.sortedAndUnique(), sources: sources)
      throw ExitCode.cannotRun
    }
    print(table(rows(repository)))
    inputs.show(findings.all.sortedAndUnique(), sources: sources)
    if findings.errorCount > 0 { throw ExitCode.findings }
  }

  private var ruleRows: [[String]] {
    [["RULE", "CODE", "SEVERITY", "PROFILE", "ABOUT"]]
      + LintRule.all.sorted { $0.code.id < $1.code.id }.map { rule in
        [rule.name, rule.code.id, rule.severity.name, rule.profile.name, rule.group.rawValue]
      }
  }

  private func rows(_ repository: Repository) -> [[String]] {
    switch subject {
    case .rules: []
    case .services:
      [["SERVICE", "CATEGORY", "TIER", "SUMMARY"]]
        + repository.serviceTemplates.all.map { row($0.header.name, $0.about) }
    case .jobs:
      [["JOB", "CATEGORY", "TIER", "SUMMARY"]]
        + repository.jobTemplates.all.map { row($0.header.name, $0.about) }
    case .tenants:
      [["TENANT", "TIER", "ENVIRONMENTS", "OWNER"]]
        + repository.tenants.all.map { tenant in
          [
            tenant.name, tenant.tier.value, tenant.environments.names.joined(separator: ","),
            tenant.owner.team.value,
          ]
        }
    }
  }

  private func row(_ name: String, _ facts: TemplateFacts) -> [String] {
    [name, facts.category.value, facts.minimumTier.map { "\($0.value)+" } ?? "all", facts.summary.value]
  }

  private func table(_ rows: [[String]]) -> String {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == columns - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count + 2)
      }.joined()
    }.joined(separator: "\n")
  }
}
