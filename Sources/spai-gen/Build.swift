internal import ArgumentParser
internal import Diagnostics
internal import Linting
internal import Reporting
internal import SpaiGen
internal import Specification

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compile templates/ and tenants/ to out/.",
    discussion: """
      A tenant with errors fails alone: its output stays as it was, and the others are built.

      Examples:
        spai-gen build
        spai-gen build --check --report json=report.json
        spai-gen build --env production --tenant acme
        spai-gen build --check --changed-since origin/main
        spai-gen build --allow-delete production/acme
        spai-gen build --check --shard 2/8
        spai-gen build --timings --trace build.trace.json

      The environment variables ENVIRONMENT, TENANT_ID, NAMESPACE, DEPLOYMENT_STRATEGY, DRY_RUN and PARALLEL_JOBS \
      stand for the options; an option wins over its variable, and that over 'settings' of the Platform.
      """
  )

  @OptionGroup var inputs: InputOptions
  @OptionGroup var reports: ReportOptions

  @Flag(help: "Compare instead of writing; exit 1 where out/ is not up to date.")
  var check = false

  @Flag(help: "List what would change; write nothing.")
  var dryRun = false

  @Flag(help: "Read every printed byte back with libyaml and compare.")
  var verify = false

  @Flag(help: "Leave the lint out.")
  var noLint = false

  @Option(
    help: ArgumentHelp(
      "The folder that takes the place of out/, such as the worktree of another branch.",
      valueName: "dir"
    )
  )
  var output: String?

  @Option(help: "Only this environment, by its name or short name.")
  var env: String?

  @Option(help: "Only this tenant.")
  var tenant: String?

  @Option(help: "Only the unit that has this namespace.")
  var namespace: String?

  @Option(help: "Only the objects of this service or job.")
  var service: String?

  @Option(
    help: ArgumentHelp(
      "Only units that changes of the specs since a revision can reach; tells which and why.",
      valueName: "ref"
    )
  )
  var changedSince: String?

  @Option(
    help:
      "The release strategy of all services without state: \(ReleaseStrategy.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var strategy: ReleaseStrategy?

  @Option(
    help: ArgumentHelp(
      "Only one of several equal parts of the units, for machines that share the work.",
      valueName: "i/n"
    )
  )
  var shard: Shard?

  @Option(help: "Units at a time; the number of processors when absent.")
  var jobs: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Take what former builds found of units that are as they were; --check does so only where asked."
  )
  var cache: Bool?

  @Flag(help: "Tell which units were compiled anew, and why.")
  var explainCache = false

  @Flag(help: "Tell how long each stage took.")
  var timings = false

  @Option(
    help: ArgumentHelp("Write the stages of each unit for chrome://tracing or Perfetto.", valueName: "path")
  )
  var trace: String?

  @Option(help: ArgumentHelp("Permit guarded deletions in this unit.", valueName: "unit"))
  var allowDelete: [String] = []

  @Option(help: ArgumentHelp("Overwrite edited files of this unit.", valueName: "unit"))
  var discardEdits: [String] = []

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
  }

  func run() async throws {
    let folder = Folder(inputs.root, output: output)
    var watch = Stopwatch()
    var findings = Findings()
    var (read, sources) = readWorkspace(in: folder, reporting: &findings)
    guard let workspace = read else {
      let all = findings.all.sortedAndUnique()
      inputs.show(all, sources: sources)
      try write(all, sources, [])
      throw ExitCode.cannotRun
    }
    var options = try options(workspace.repository, reporting: &findings)
    options.reached = try reached(workspace, sources)
    var lint = readLintConfiguration(in: folder, &sources, reporting: &findings)
    lint.settings.take(workspace.repository.platform)
    if !noLint { options.lint = LintPlan(lint, sources) }
    options.listsObjects = !reports.report.isEmpty
    if cache ?? !check, let tool = toolIdentity(version: SpaiGenCommand.tool.version) {
      options.cache = BuildCache(tool: tool, workspace, sources, options.overrides, isLinting: !noLint)
    }
    watch.lap(.read)
    let outcome = await build(workspace, in: folder, options: options)
    watch.resume()
    findings.report(contentsOf: outcome.diagnostics)
    let all = findings.all.sortedAndUnique()
    inputs.show(all, sources: sources)
    try write(all, sources, outcome.units)
    watch.lap(.report)
    try tell(Timings(outcome, beside: watch.laps))
    if explainCache { Console.say(cacheExplanation(outcome)) }
    if !inputs.quiet {
      Console.say(summary(outcome, options: options, palette: Console.palette))
    }
    if all.contains(where: { $0.severity >= reports.failOn.severity }) { throw ExitCode.findings }
  }

  private func tell(_ times: Timings) throws {
    if timings { Console.say(table(times, palette: Console.palette)) }
    guard let trace else { return }
    do {
      try writeReport(times.traceFile, to: trace)
    } catch {
      Console.say("error: \(error.diagnostic.message)")
      throw ExitCode.cannotRun
    }
  }

  /// Flag, then environment variable, then the Platform's settings.
  private func options(
    _ repository: Repository,
    reporting findings: inout Findings
  ) throws -> BuildOptions {
    let settings = repository.platform.settings
    var options = BuildOptions()
    let isDry = dryRun || isTrue(Console.environmentVariable("DRY_RUN")) ?? settings.dryRun?.value ?? false
    options.mode = check ? .check : isDry ? .list : .write
    options.environment = try
      (env ?? Console.environmentVariable("ENVIRONMENT") ?? settings.environment?.value)
      .map { try repository.environmentName($0) }
    options.tenant = try (tenant ?? Console.environmentVariable("TENANT_ID") ?? settings.tenant?.value)
      .map { try repository.known($0, "tenant", repository.tenants.names + repository.brokenTenants) }
    options.namespace = namespace ?? Console.environmentVariable("NAMESPACE") ?? settings.namespace?.value
    options.service = service
    options.shard = shard
    options.overrides.strategy = try strategy ?? strategyFromEnvironment()
    let workers = jobs ?? Console.environmentVariable("PARALLEL_JOBS").flatMap { Int($0) }
    options.workers = min(max(1, workers ?? settings.parallelJobs?.value ?? Console.processorCount), 256)
    options.verifies = verify
    options.apply = ApplyOptions(
      allowDelete: Set(allowDelete),
      discardEdits: Set(discardEdits),
      maxPrunePercent: repository.platform.prune.maxPercent.value,
      minPruneFiles: repository.platform.prune.minFiles.value
    )
    return options
  }

  /// With `--check`, those too whose output is not what it was: the others are then as right as they were.
  private func reached(_ workspace: Workspace, _ sources: SourceMap) throws -> Set<UnitID>? {
    guard let units = try inputs.reached(since: changedSince, workspace, sources) else { return nil }
    guard check, let changedSince else { return units }
    var findings = Findings()
    let edited = unitsWithOtherOutput(
      in: Folder(inputs.root, output: output),
      since: changedSince,
      of: workspace,
      root: inputs.root,
      reporting: &findings
    )
    guard let edited else {
      inputs.show(findings.all, sources: sources)
      throw ExitCode.cannotRun
    }
    return units.union(edited)
  }

  private func strategyFromEnvironment() throws -> ReleaseStrategy? {
    guard let word = Console.environmentVariable("DEPLOYMENT_STRATEGY") else { return nil }
    guard let strategy = ReleaseStrategy(rawValue: word) else {
      let known = ReleaseStrategy.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("DEPLOYMENT_STRATEGY is '\(word)', not one of \(known).")
    }
    return strategy
  }

  private func isTrue(_ text: String?) -> Bool? {
    text.map { ["1", "true", "yes", "on"].contains($0.lowercased()) }
  }

  private func write(
    _ diagnostics: [Diagnostic],
    _ sources: SourceMap,
    _ units: [UnitOutcome]
  ) throws {
    try reports.write(
      Report(
        tool: SpaiGenCommand.tool,
        diagnostics: diagnostics,
        sources: sources,
        units: units.map { UnitResult($0, isWriting: !check && !dryRun) },
        checked: units.compactMap(\.checked),
        threshold: reports.failOn.severity
      )
    )
  }
}

extension ReleaseStrategy: ExpressibleByArgument {}

extension Shard: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}

extension Repository {
  /// The name of an environment that was given by its name or short name.
  func environmentName(_ word: String) throws -> String {
    if let named = environments.all.first(where: { $0.short.value == word }) { return named.name }
    return try known(word, "environment", environments.names)
  }

  func known(_ word: String, _ what: String, _ names: [String]) throws -> String {
    if names.contains(word) { return word }
    let hint = didYouMean(word, among: names) ?? "There are: \(names.joined(separator: ", "))."
    throw ValidationError("No \(what) is called '\(word)'. \(hint)")
  }
}
