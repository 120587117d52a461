internal import ArgumentParser
internal import Diagnostics
internal import SpaiGen

struct Krm: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compile as a function of kustomize or kpt: a ResourceList in, a ResourceList out.",
    discussion: """
      Specs are the items of apiVersion spai/v1, and those in the folder that 'root' in the functionConfig names; \
      'environment' and 'tenant' there narrow. The objects are added to the items, with the files that 'build' would \
      write them to; findings are 'results'. Exits 1 where one of them is an error.

      Examples:
        kpt fn eval --exec 'spai-gen krm' --allow-exec -- root=.
        spai-gen krm < list.yaml
      """
  )

  func run() throws {
    let outcome: KRMOutcome
    do {
      outcome = runKRMFunction(try Console.readAll())
    } catch {
      Console.say("error: \(error.diagnostic.message)")
      throw ExitCode.findings
    }
    guard let output = outcome.output else {
      show(outcome.diagnostics, outcome.sources, as: .full)
      throw ExitCode.findings
    }
    print(String(decoding: output, as: UTF8.self), terminator: "")
    if outcome.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.findings }
  }
}
