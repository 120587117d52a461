import ArgumentParser

@main
struct SpaiGenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spai-gen", abstract: "Compiles tenant specs to Kubernetes manifests.")
}
