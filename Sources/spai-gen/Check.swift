internal import ArgumentParser
internal import Compliance
internal import Diagnostics
internal import Linting
internal import Reporting
internal import SpaiGen
internal import Specification

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what manifests say about compliance frameworks, and what they do not.",
    discussion: """
      The tenants are compiled and judged by the frameworks that they declare, or that their data puts them under. \
      Nothing is called compliant: a control is at most met in the scope of manifests, or supported by them.

      Examples:
        spai-gen check
        spai-gen check --framework pci-dss --report junit=pci.xml --report html=pci.html
        spai-gen check --as-of 2026-12-31
      """
  )

  @OptionGroup var inputs: InputOptions
  @OptionGroup var reports: ReportOptions

  @Option(help: "Only this framework, by its id or one of its names.")
  var framework: String?

  @Option(
    help: ArgumentHelp(
      "Only units that changes since a revision can reach; the score is theirs.",
      valueName: "ref"
    )
  )
  var changedSince: String?

  @Option(
    help: ArgumentHelp("The day of the run, by which waivers end; today when absent.", valueName: "date")
  )
  var asOf: String?

  func run() throws {
    guard let day = Day(parsing: asOf ?? Console.today) else {
      throw ValidationError("--as-of takes a day such as 2026-12-31, not '\(asOf ?? "")'.")
    }
    var findings = Findings()
    var (workspace, sources) = try inputs.readSpecs(reporting: &findings)
    var configuration = readLintConfiguration(in: Folder(inputs.root), &sources, reporting: &findings)
    configuration.settings.take(workspace.repository.platform)
    let reached = try inputs.reached(since: changedSince, workspace, sources)
    // No evidence is no failure where there is nothing to judge.
    if reached?.isEmpty == true { return }
    let found = checkCompliance(
      workspace,
      framework: framework,
      reached: reached,
      configuration: configuration,
      asOf: day,
      reporting: &findings
    )
    guard let result = found else {
      throw ValidationError("No framework is called '\(framework ?? "")'; see templates/frameworks/.")
    }
    let all = findings.all.sortedAndUnique()
    inputs.show(all, sources: sources)
    try reports.write(
      Report(
        tool: SpaiGenCommand.tool,
        diagnostics: all,
        sources: sources,
        units: [],
        checked: result.groups,
        rules: configuration.rules.map { RuleDescription($0) },
        threshold: reports.failOn.severity
      )
    )
    print(page(result), terminator: "")
    if !result.isLetThrough || findings.errorCount > 0 { throw ExitCode.findings }
  }

  private func page(_ result: ComplianceResult) -> String {
    var text = ""
    for one in result.frameworks {
      text += "\(one.framework.title) \(one.framework.version)\n  \(one.summary)\n"
      text += "  rules: \(one.score.text), over \(one.units.count) units\n"
      for control in one.controls where control.outcome == .gap || control.outcome == .error {
        text += "  \(control.outcome.rawValue) \(control.control.id) \(control.control.title)\n"
        for reason in control.reasons { text += "    \(reason)\n" }
      }
    }
    text += "\nmanifest rule score: \(result.score.text)\n"
    for condition in result.gate {
      text += "  \(condition.holds ? "holds" : "FAILS") \(condition.explanation)\n"
    }
    for waiver in result.waivers {
      text += "  waiver \(waiver.waiver.name): \(waiver.state.rawValue), \(waiver.matches) matches\n"
    }
    return text + "\(ComplianceResult.footer)\n"
  }
}
