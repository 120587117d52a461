internal import ArgumentParser
internal import Diagnostics
internal import Reporting
internal import SpaiGen

/// Where the project is, and how findings look.
struct InputOptions: ParsableArguments {
  @Option(help: "The root of the platform repository.")
  var root = "."

  @Option(help: "How findings look: \(DiagnosticsForm.allCases.map(\.rawValue).joined(separator: ", ")).")
  var diagnostics = DiagnosticsForm.full

  @Flag(name: .shortAndLong, help: "Say nothing but findings.")
  var quiet = false

  /// The specs, for a command that can do nothing without them: what prevents it is shown, and ends the run.
  func readSpecs(reporting findings: inout Findings) throws -> (workspace: Workspace, sources: SourceMap) {
    let (workspace, sources) = readWorkspace(in: Folder(root), reporting: &findings)
    guard let workspace else {
      show(findings.all.sortedAndUnique(), sources: sources)
      throw ExitCode.cannotRun
    }
    return (workspace, sources)
  }

  /// The units that changes since a revision can reach; what cannot be read is shown, and ends the run.
  func reached(since revision: String?, _ workspace: Workspace, _ sources: SourceMap) throws -> Set<UnitID>? {
    guard let revision else { return nil }
    var findings = Findings()
    guard let reach = reach(of: workspace, sources, since: revision, in: root, reporting: &findings) else {
      show(findings.all.sortedAndUnique(), sources: sources)
      throw ExitCode.cannotRun
    }
    if !quiet {
      let count = reach.units?.count ?? workspace.units.count
      Console.say("since '\(revision)': \(reach.reason): \(count) of \(workspace.units.count) units")
    }
    return reach.units
  }

  func show(_ findings: [Diagnostic], sources: SourceMap) {
    spai_gen.show(findings, sources, as: diagnostics)
  }
}

/// Says findings, in colour on a terminal.
func show(_ findings: [Diagnostic], _ sources: SourceMap, as form: DiagnosticsForm) {
  switch form {
  case .full: Console.say(renderForTerminal(findings, sources: sources, palette: Console.palette))
  case .concise: Console.say(renderConcise(findings, sources: sources))
  }
}

enum DiagnosticsForm: String, ExpressibleByArgument, CaseIterable {
  case full
  case concise
}

/// The exit codes of the contract.
extension ExitCode {
  /// Findings at or above the threshold, or drift.
  static let findings = ExitCode(1)
  /// Input or environment prevents the work.
  static let cannotRun = ExitCode(2)
}
