internal import ArgumentParser
internal import Comparing
internal import Diagnostics
internal import Reporting
internal import SpaiGen
internal import Specification

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what a change means, object by object.",
    discussion: """
      Compiles the specs of another revision and of the working tree, and sorts what differs by danger: data at risk, \
      deleted, recreated, exposure widened, security relaxed, capacity, replicas, pods restart, image only, and less. \
      The other revision is read from git's objects, or from a folder; nothing is checked out or written.

      Examples:
        spai-gen diff
        spai-gen diff origin/main --tenant acme
        spai-gen diff origin/main --format markdown > comment.md
        spai-gen diff ../released --fail-on recreated
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
  }

  @OptionGroup var inputs: InputOptions

  @Argument(help: ArgumentHelp("The revision before, or a folder with its specs.", valueName: "ref|dir"))
  var before = "HEAD"

  @Option(help: "Only this environment, by its name or short name.")
  var env: String?

  @Option(help: "Only this tenant.")
  var tenant: String?

  @Option(help: "How it is printed.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Exit 1 at changes of this class or a more dangerous one, or where a unit is left out.",
      valueName: "class"
    )
  )
  var failOn: ChangeClass?

  func run() async throws {
    var findings = Findings()
    let (workspace, sources) = try inputs.readSpecs(reporting: &findings)
    let after = Revision(name: "working tree", workspace: workspace, sources: sources)
    guard let before = revisionBefore() else {
      inputs.show(findings.all.sortedAndUnique(), sources: sources)
      throw ExitCode.cannotRun
    }
    let difference = await difference(
      from: before,
      to: after,
      options: try options(before, after),
      reporting: &findings
    )
    // Warnings are what a build tells.
    inputs.show(findings.all.sortedAndUnique().filter { $0.severity == .error }, sources: sources)
    print(rendered(difference), terminator: "")
    let isRefused = failOn.map { difference.holds($0) || !difference.leftOut.isEmpty } ?? false
    if isRefused || findings.errorCount > 0 { throw ExitCode.findings }
  }

  /// The other revision; its findings are about what is past, and shown only where nothing can be compared.
  private func revisionBefore() -> Revision? {
    var findings = Findings()
    var sources = SourceMap()
    do {
      sources = try discover(before: before, root: inputs.root, reporting: &findings)
    } catch {
      findings.report(error.diagnostic)
    }
    if findings.errorCount == 0 {
      if let workspace = Workspace(&sources, reporting: &findings) {
        return Revision(name: before, workspace: workspace, sources: sources)
      }
      Console.say("The specs of '\(before)' cannot be compiled:")
    }
    inputs.show(findings.all.sortedAndUnique(), sources: sources)
    return nil
  }

  private func options(_ before: Revision, _ after: Revision) throws -> DiffOptions {
    var options = DiffOptions()
    let repositories = [after.workspace.repository, before.workspace.repository]
    options.environment = try env.map { word in
      try (try? repositories[1].environmentName(word)) ?? repositories[0].environmentName(word)
    }
    // A tenant that was deleted is known to the revision before only.
    options.tenant = try tenant.map { word in
      let names = repositories.flatMap { $0.tenants.names + $0.brokenTenants }
      return try repositories[0].known(word, "tenant", Set(names).sorted())
    }
    options.workers = Console.processorCount
    return options
  }

  private func rendered(_ difference: Difference) -> String {
    switch format {
    case .text: renderAsText(difference, palette: Console.outputPalette)
    case .json: String(decoding: renderAsJSON(difference), as: UTF8.self)
    case .markdown: renderAsMarkdown(difference)
    }
  }
}

extension ChangeClass: ExpressibleByArgument {
  init?(argument: String) {
    guard let named = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = named
  }

  static var allValueStrings: [String] { allCases.map(\.name) }
}
