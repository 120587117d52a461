internal import ArgumentParser
internal import Diagnostics
internal import SpaiGen

struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Write specs in their canonical form.",
    discussion: """
      Keys in the order of 'spai-gen schema', two spaces a level, one before a comment. Comments stay with what they \
      are about; quotes, lists in brackets and texts stay as they were written. The result is read back before it is \
      written: a file that would mean anything else, or that is not YAML, is reported and stays as it is.

      Examples:
        spai-gen fmt
        spai-gen fmt --check
        spai-gen fmt tenants/acme.yaml
      """
  )

  @Argument(help: "Files or folders; templates/ and tenants/ when absent.")
  var paths: [String] = []

  @OptionGroup var inputs: InputOptions

  @Flag(help: "Write nothing; exit 1 where a spec is not in its form.")
  var check = false

  func run() throws {
    var findings = Findings()
    let folder = Folder(inputs.root)
    let sources =
      paths.isEmpty ? discover(in: folder, reporting: &findings) : readSpecs(at: paths, reporting: &findings)
    let isUnreadable = findings.errorCount > 0
    let outcome = SpaiGen.format(
      sources,
      write: check
        ? nil
        : { (bytes, path) throws(FileFailure) in
          if paths.isEmpty { try folder.write(bytes, to: path) } else { try writeReport(bytes, to: path) }
        },
      reporting: &findings
    )
    inputs.show(findings.all.sortedAndUnique(), sources: sources)
    if !inputs.quiet {
      if !check { for path in outcome.changed { Console.say("wrote \(path)") } }
      let verb = check ? "would be written anew" : "written anew"
      Console.say("\(counted(outcome.count, "spec", "specs")), \(outcome.changed.count) \(verb)")
    }
    if isUnreadable { throw ExitCode.cannotRun }
    if findings.errorCount > 0 { throw ExitCode.findings }
  }
}
