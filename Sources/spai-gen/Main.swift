internal import ArgumentParser

/// The root command.
@main
struct SpaiGenCommand: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "spai-gen",
    abstract: "Compiles a spec of tenants and services to Kubernetes manifests.",
    discussion: """
      Reads templates/ and tenants/ and writes out/. Start with:

        spai-gen build              compile everything
        spai-gen build --check      tell whether out/ is up to date
        spai-gen diff               tell what a change means
        spai-gen list tenants       what the specs declare
      """,
    version: version,
    subcommands: [Build.self, Diff.self, List.self, Schema.self]
  )
}
