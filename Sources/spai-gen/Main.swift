internal import ArgumentParser
internal import KubernetesAPI
internal import Reporting

/// The root command.
@main
struct SpaiGenCommand: AsyncParsableCommand {
  static let version = "0.1.0"
  static let tool = Tool(name: "spai-gen", version: version)

  /// The version with what it knows of Kubernetes; only who asks for it waits for the digest.
  private static var longVersion: String {
    let known = KubernetesVersion.supported
    let digest = APICatalogue.embeddedDigest.prefix(12)
    return "\(version) (Kubernetes \(known.lowerBound) to \(known.upperBound), catalogue \(digest))"
  }

  static let configuration = CommandConfiguration(
    commandName: "spai-gen",
    abstract: "Compiles a spec of tenants and services to Kubernetes manifests.",
    discussion: """
      Reads templates/ and tenants/ and writes out/. Start with:

        spai-gen init DIR           write a working repository
        spai-gen build              compile everything
        spai-gen build --check      tell whether out/ is up to date
        spai-gen watch              build again whenever a spec changes
        spai-gen fmt                write the specs in their canonical form
        spai-gen lint               tell what will hurt in production
        spai-gen check              tell what manifests say about compliance
        spai-gen validate FILES     check any manifests against the Kubernetes API
        spai-gen diff               tell what a change means
        spai-gen explain WHAT       tell why: a finding, a key, or a line of the output
        spai-gen list tenants       what the specs declare
      """,
    version: CommandLine.arguments.contains("--version") ? longVersion : version,
    subcommands: [
      Init.self, Build.self, Watch.self, Format.self, Validate.self, Lint.self, Check.self, Diff.self,
      Explain.self,
      JobCommand.self, RestoreCommand.self, Krm.self, List.self, Schema.self,
    ]
  )
}
