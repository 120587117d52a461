internal import ArgumentParser
internal import Diagnostics
internal import KubernetesAPI
internal import Linting
internal import Reporting
internal import SpaiGen
internal import Specification

struct Lint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what will hurt in production, in specs or in any manifests.",
    discussion: """
      Without paths, every tenant is compiled and linted, and findings are at the lines of the specs; nothing is \
      written. Paths of specs, as a hook gives those that changed, narrow that to the tenants that they are about; \
      with other paths, the manifests there are linted together.

      A finding is allowed by a comment on its line or above it, '# spai:allow RULE -- reason', with an end by \
      'until=2026-12-31'; or on an object, by the annotation 'spai/allow.RULE: reason'. \(lintFileName) chooses the \
      profile, single rules and their numbers.

      --fix edits specs where the correction is certain: it removes allowances that allow nothing, and quotes numbers \
      that can only be texts. --unsafe-fixes also corrects misspelt keys, names and choices that are near to exactly \
      one that there is, and removes allowances past their end. Comments and everything else stay as they are.

      Examples:
        spai-gen lint
        spai-gen lint --profile strict --report sarif=lint.sarif
        spai-gen lint tenants/acme.yaml
        spai-gen lint manifests/ --fail-on warning
        spai-gen lint manifests/ --pss restricted@1.36
        spai-gen lint --baseline lint-baseline.txt
        spai-gen lint --fix --dry-run
      """
  )

  @Argument(help: "Files, folders, or '-'; all specs of the project when absent.")
  var paths: [String] = []

  @OptionGroup var inputs: InputOptions
  @OptionGroup var reports: ReportOptions

  @Option(help: "How much is asked: \(LintRule.Profile.allCases.map(\.name).joined(separator: ", ")).")
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "Only what a level of the Pod Security Standards refuses.",
      valueName: "restricted@1.36"
    )
  )
  var pss: String?

  @Option(help: "Only this tenant.")
  var tenant: String?

  @Option(help: ArgumentHelp("Only units that changes since a revision can reach.", valueName: "ref"))
  var changedSince: String?

  @Option(help: "A file of findings that may rest; see --write-baseline.")
  var baseline: String?

  @Option(help: "Write the findings of this run to a file, to rest from now on.")
  var writeBaseline: String?

  @Option(help: ArgumentHelp("The day of the run, for allowances with an end.", valueName: "date"))
  var asOf: String?

  @Flag(help: "Mend what can be mended without a guess, in the specs.")
  var fix = false

  @Flag(help: "Mend what was guessed too; read the changes before you commit them.")
  var unsafeFixes = false

  @Flag(help: "Tell what --fix or --unsafe-fixes would change, and write nothing.")
  var dryRun = false

  private var isMending: Bool { fix || unsafeFixes }

  func validate() throws {
    if isMending, !paths.isEmpty { throw ValidationError("Only specs are mended: leave the paths out.") }
    if dryRun, !isMending { throw ValidationError("--dry-run goes with --fix or --unsafe-fixes.") }
    if changedSince != nil, !paths.isEmpty {
      throw ValidationError("--changed-since and paths narrow to different units; give one of them.")
    }
    if changedSince != nil, isMending {
      throw ValidationError("All specs are mended: leave --changed-since out.")
    }
  }

  func run() async throws {
    var inspection = try await inspect()
    var left: [Diagnostic] = []
    // A fix may uncover what another mends; each pass leaves fewer, and nobody needs many.
    for _ in 0..<5 where isMending {
      var findings = Findings()
      let mended = mendSpecs(
        inspection.findings,
        of: inspection.sources,
        unsafely: unsafeFixes,
        writes: !dryRun,
        in: Folder(inputs.root),
        reporting: &findings
      )
      left = findings.all
      for spec in mended {
        for fix in spec.fixes {
          Console.say("\(spec.path):\(fix.line): \(dryRun ? "would: " : "")\(fix.title)")
        }
      }
      if mended.isEmpty || dryRun { break }
      inspection = try await inspect()
    }
    try report(inspection, left)
  }

  /// What a run saw, before anything is said of it.
  private struct Inspection {
    let configuration: LintConfiguration
    let sources: SourceMap
    let findings: [Diagnostic]
    let result: LintResult
  }

  private func inspect() async throws -> Inspection {
    var findings = Findings()
    var sources = SourceMap()
    try read(&sources, reporting: &findings)
    var configuration = readLintConfiguration(in: Folder(inputs.root), &sources, reporting: &findings)
    if let profile { configuration.profile = try chosen(profile) }
    if let pss { try restrict(&configuration, to: pss) }
    let result =
      areSpecs
      ? try await lintTenants(configuration, &sources, reporting: &findings)
      : lintManifests(configuration, sources, reporting: &findings)
    findings.report(contentsOf: result.diagnostics)
    return Inspection(
      configuration: configuration,
      sources: sources,
      findings: findings.all.sortedAndUnique(),
      result: result
    )
  }

  private func report(_ inspection: Inspection, _ others: [Diagnostic]) throws {
    let (configuration, sources, result) = (inspection.configuration, inspection.sources, inspection.result)
    let all = others.isEmpty ? inspection.findings : (inspection.findings + others).sortedAndUnique()
    inputs.show(all, sources: sources)
    try reports.write(
      Report(
        tool: SpaiGenCommand.tool,
        diagnostics: all,
        sources: sources,
        units: [],
        checked: [CheckedGroup(name: "lint", cases: cases(all, configuration))],
        rules: configuration.rules.map { RuleDescription($0) },
        threshold: reports.failOn.severity
      )
    )
    try writeBaseline(result)
    if !inputs.quiet { Console.say(summary(all, result, configuration)) }
    if all.contains(where: { $0.severity >= reports.failOn.severity }) { throw ExitCode.findings }
  }

  private func plan(
    _ configuration: LintConfiguration,
    _ sources: SourceMap,
    reporting findings: inout Findings
  ) -> LintPlan {
    var plan = LintPlan(configuration, sources)
    if let baseline { plan.baseline = readBaseline(baseline, reporting: &findings) }
    return plan
  }

  /// Leaves one level of the Pod Security Standards, as the admission plugin of a version decides it.
  private func restrict(_ configuration: inout LintConfiguration, to pss: String) throws {
    let parts = pss.split(separator: "@", maxSplits: 1).map(String.init)
    let minor =
      parts.count > 1
      ? KubernetesVersion(parsing: parts[1])?.minor : KubernetesVersion.supported.upperBound.minor
    guard let level = parts.first.flatMap(PodSecurityLevel.init(rawValue:)), let minor else {
      throw ValidationError(
        "--pss takes baseline or restricted, and a version, as in restricted@1.36; not '\(pss)'."
      )
    }
    for rule in LintRule.all { configuration.switches[rule.name] = rule.name == "pss-\(level.rawValue)" }
    configuration.settings.kubernetesMinor = minor
  }

  private func chosen(_ profile: String) throws -> LintRule.Profile {
    let all = LintRule.Profile.allCases
    guard let chosen = all.first(where: { $0.name == profile }) else {
      throw ValidationError("--profile takes \(all.map(\.name).joined(separator: ", ")), not '\(profile)'.")
    }
    return chosen
  }

  /// Whether the paths are files below the folders of specs: those are linted by what is made of them.
  private var areSpecs: Bool {
    paths.allSatisfy { path in
      let path = path.hasPrefix("./") ? path.dropFirst(2) : path[...]
      return ["templates/", "tenants/"].contains { path.hasPrefix($0) }
        && [".yaml", ".yml"].contains { path.hasSuffix($0) }
    }
  }

  /// Reads the specs, or the manifests at the paths.
  private func read(_ sources: inout SourceMap, reporting findings: inout Findings) throws {
    if areSpecs {
      sources = discover(in: Folder(inputs.root), reporting: &findings)
    } else {
      sources = readManifests(paths, standardInput: Console.readAll, reporting: &findings)
    }
    if findings.errorCount > 0 {
      inputs.show(findings.all.sortedAndUnique(), sources: sources)
      throw ExitCode.cannotRun
    }
  }

  private func lintManifests(
    _ configuration: LintConfiguration,
    _ sources: SourceMap,
    reporting findings: inout Findings
  ) -> LintResult {
    let plan = plan(configuration, sources, reporting: &findings)
    var result = SpaiGen.lint(sources, plan, reporting: &findings)
    result.diagnostics += plan.suppressions.problems(
      used: result.used,
      running: configuration.rules,
      today: asOf ?? Console.today
    )
    return result
  }

  /// Builds every unit without writing, so that rules see what would be written, and findings are at its specs.
  private func lintTenants(
    _ configuration: LintConfiguration,
    _ sources: inout SourceMap,
    reporting findings: inout Findings
  ) async throws -> LintResult {
    let folder = Folder(inputs.root)
    guard findings.errorCount == 0, let workspace = Workspace(&sources, reporting: &findings) else {
      inputs.show(findings.all.sortedAndUnique(), sources: sources)
      throw ExitCode.cannotRun
    }
    var options = BuildOptions()
    options.mode = .list
    options.tenant = tenant
    options.workers = Console.processorCount
    options.reached = try reached(workspace, sources)
    var configuration = configuration
    let minor = configuration.settings.kubernetesMinor
    configuration.settings.take(workspace.repository.platform)
    if pss != nil { configuration.settings.kubernetesMinor = minor }
    let plan = plan(configuration, sources, reporting: &findings)
    options.lint = plan
    let outcome = await build(workspace, in: folder, options: options)
    findings.report(contentsOf: outcome.diagnostics)
    var result = LintResult()
    for lint in outcome.units.map(\.lint) + [outcome.collisions] { result.add(lint) }
    // The findings of the build have them already. That something is used by nobody is news of the change that did
    // it; it is told where all is linted.
    let least = options.reached == nil ? Severity.note : .warning
    result.diagnostics = tenant == nil ? lintSpecs(workspace).filter { $0.severity >= least } : []
    // Of what was not compiled nobody knows what it allows.
    if tenant == nil, options.reached == nil,
      outcome.units.allSatisfy({ $0.id.tenant == nil || $0.isCompiled })
    {
      result.diagnostics += plan.suppressions.problems(
        used: result.used,
        running: configuration.rules,
        today: asOf ?? Console.today
      )
    }
    return result
  }

  private func reached(_ workspace: Workspace, _ sources: SourceMap) throws -> Set<UnitID>? {
    if paths.isEmpty { return try inputs.reached(since: changedSince, workspace, sources) }
    guard let reach = reach(of: paths, in: workspace, sources) else {
      throw ValidationError("Not every path is a spec of the project; see --root.")
    }
    return reach.units
  }

  /// One case a rule, so that a report tells what was looked at.
  private func cases(_ all: [Diagnostic], _ configuration: LintConfiguration) -> [CheckedCase] {
    let byRule = Dictionary(grouping: all, by: \.code)
    return configuration.rules.map { rule in
      CheckedCase(
        name: rule.name,
        className: rule.group.rawValue,
        findings: byRule[rule.code] ?? [],
        failingFrom: reports.failOn.severity
      )
    }
  }

  private func writeBaseline(_ result: LintResult) throws {
    guard let writeBaseline else { return }
    do {
      try writeReport(baselineText(result.fingerprints), to: writeBaseline)
      Console.say("wrote \(writeBaseline)")
    } catch {
      Console.say("error: \(error.diagnostic.message)")
      throw ExitCode.cannotRun
    }
  }

  private func summary(_ all: [Diagnostic], _ result: LintResult, _ configuration: LintConfiguration)
    -> String
  {
    var text =
      "\(configuration.rules.count) rules (profile \(configuration.profile.name)): \(all.count) findings"
    if !result.used.isEmpty { text += ", \(result.used.count) allowances in use" }
    if result.resting > 0 { text += ", \(result.resting) resting in the baseline" }
    return text
  }
}

extension RuleDescription {
  init(_ rule: LintRule) {
    self.init(
      code: rule.code,
      severity: rule.severity,
      summary: rule.remediation,
      rationale: rule.rationale,
      remediation: rule.remediation
    )
  }
}
