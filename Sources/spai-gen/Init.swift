internal import ArgumentParser
internal import Diagnostics
internal import SpaiGen
internal import Specification

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a working repository, or the spec of a new tenant.",
    discussion: """
      Never overwrites a file.

      Examples:
        spai-gen init platform && cd platform && spai-gen build
        spai-gen init --tenant acme --tier premium
      """
  )

  @Argument(help: "The folder of the new repository, or the root of the one that gets a tenant.")
  var directory = "."

  @Option(help: "Write the spec of a tenant of this name instead.")
  var tenant: String?

  @Option(help: "The tier of the new tenant; the lowest when absent.")
  var tier: String?

  func validate() throws {
    if tenant == nil, tier != nil { throw ValidationError("--tier goes with --tenant.") }
  }

  func run() throws {
    var findings = Findings()
    let folder = Folder(directory)
    var files = Starter.files
    if let tenant { files = [try newTenant(tenant, in: folder, reporting: &findings)] }
    if tenant == nil, directory != "." { try makeRoot(reporting: &findings) }
    let written = findings.errorCount == 0 ? writeNew(files, in: folder, reporting: &findings) : []
    show(findings.all, SourceMap(), as: .full)
    guard findings.errorCount == 0 else { throw ExitCode.cannotRun }
    if written.count == 1 {
      Console.say("wrote \(written[0])\nnext: spai-gen build")
    } else {
      let change = directory == "." ? "" : "cd \(directory) && "
      Console.say("wrote \(written.count) files\nnext: \(change)spai-gen build")
    }
  }

  private func makeRoot(reporting findings: inout Findings) throws {
    do throws(FileFailure) {
      try makeFolder(directory)
    } catch {
      findings.report(error.diagnostic)
    }
  }

  private func newTenant(
    _ name: String,
    in folder: Folder,
    reporting findings: inout Findings
  ) throws -> (path: String, bytes: [UInt8]) {
    let (workspace, sources) = readWorkspace(in: folder, reporting: &findings)
    guard let workspace else {
      show(findings.all.sortedAndUnique(), sources, as: .full)
      throw ExitCode.cannotRun
    }
    let repository = workspace.repository
    let tiers = repository.tiers.all.sorted { $0.rank.value < $1.rank.value }.map(\.header.name)
    guard let chosen = tier ?? tiers.first, tiers.contains(chosen) else {
      let hint =
        tier.flatMap { didYouMean($0, among: tiers) } ?? "There are: \(tiers.joined(separator: ", "))."
      throw ValidationError("No tier is called '\(tier ?? "")'. \(hint)")
    }
    if let problem = ScalarFormat.name.problem(name) {
      throw ValidationError("'\(name)' is no name of a tenant: it \(problem).")
    }
    if repository.tenants.names.contains(name) {
      throw ValidationError("There is a tenant '\(name)' already.")
    }
    return ("tenants/\(name).yaml", Starter.tenant(name, tier: chosen, in: repository))
  }
}
