internal import ArgumentParser
internal import Compliance
internal import Diagnostics
internal import Linting
internal import Reporting
internal import SpaiGen
internal import Specification

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what manifests say about compliance frameworks, and what they do not.",
    discussion: """
      Without paths, the tenants are compiled and judged by the frameworks that they declare, or that their data \
      puts them under. With paths, the manifests there are judged together, by all frameworks or the one that is \
      named: those of templates/, or those that come with the compiler. Nothing is called compliant: a control is at most met in the scope of manifests, or supported by them.

      Examples:
        spai-gen check
        spai-gen check --framework pci-dss --report junit=pci.xml --report html=pci.html
        spai-gen check --as-of 2026-12-31 --report oscal-results=results.json
        kubectl get all,netpol,roles,rolebindings -o yaml | spai-gen check --framework pss -
      """
  )

  @Argument(help: "Files, folders, or '-'; the tenants of the project when absent.")
  var paths: [String] = []

  @OptionGroup var inputs: InputOptions
  @OptionGroup var reports: AssessmentReportOptions

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

  func run() async throws {
    guard let day = Day(parsing: asOf ?? Console.today) else {
      throw ValidationError("--as-of takes a day such as 2026-12-31, not '\(asOf ?? "")'.")
    }
    if paths.isEmpty { try await checkTenants(asOf: day) } else { try checkManifests(asOf: day) }
  }

  private func checkTenants(asOf day: Day) async throws {
    var findings = Findings()
    var (workspace, sources) = try inputs.readSpecs(reporting: &findings)
    var configuration = readLintConfiguration(in: Folder(inputs.root), &sources, reporting: &findings)
    configuration.settings.take(workspace.repository.platform)
    let reached = try inputs.reached(since: changedSince, workspace, sources)
    // No evidence is no failure where there is nothing to judge.
    if reached?.isEmpty == true { return }
    let found = await checkCompliance(
      workspace,
      in: Folder(inputs.root),
      framework: framework,
      reached: reached,
      configuration: configuration,
      workers: Console.processorCount,
      asOf: day,
      reporting: &findings
    )
    try tell(found, excerpts: workspace.excerpts, configuration, sources, &findings)
  }

  private func checkManifests(asOf day: Day) throws {
    var findings = Findings()
    let manifests = readManifests(paths, standardInput: Console.readAll, reporting: &findings)
    var sources = manifests
    let folder = Folder(inputs.root)
    let configuration = readLintConfiguration(in: folder, &sources, reporting: &findings)
    let documents = readComplianceDocuments(in: folder, &sources, reporting: &findings)
    if findings.errorCount > 0 {
      inputs.show(findings.all.sortedAndUnique(), sources: sources)
      throw ExitCode.cannotRun
    }
    let found = checkCompliance(
      of: manifests,
      by: documents,
      framework: framework,
      configuration: configuration,
      asOf: day,
      reporting: &findings
    )
    try tell(found, excerpts: { _ in [:] }, configuration, sources, &findings)
  }

  private func tell(
    _ found: ComplianceResult?,
    excerpts: (ComplianceResult) -> [Diagnostic: Assessment.Excerpt],
    _ configuration: LintConfiguration,
    _ sources: SourceMap,
    _ findings: inout Findings
  ) throws {
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
        assessment: reports.report.isEmpty
          ? nil
          : Assessment(
            result,
            excerpts: excerpts(result),
            sources: sources,
            junitPasses: reports.junitPasses
          ),
        rules: configuration.rules.map { RuleDescription($0) },
        threshold: reports.failOn.severity,
        // The day of the run is all that a result may depend on; the hour is nobody's business.
        started: "\(result.asOf)T00:00:00Z"
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
