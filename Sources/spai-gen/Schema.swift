internal import ArgumentParser
internal import Specification
internal import YAMLSyntax

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of the specs, for editors.",
    discussion: """
      Examples:
        spai-gen schema > spai.schema.json
        spai-gen schema Tenant
        spai-gen schema --markdown > Docs/spec-reference.md
      """
  )

  @Argument(help: "A kind, such as Tenant; all of them when absent.")
  var kind: String?

  @Flag(help: "Print the reference page instead, as Markdown.")
  var markdown = false

  func run() throws {
    var kinds = SpecKind.all
    if let kind {
      guard let named = SpecKind.named(kind) else {
        throw ValidationError(
          "There is no kind '\(kind)'. Kinds: \(kinds.map(\.name).joined(separator: ", "))."
        )
      }
      kinds = [named]
    }
    if markdown {
      print(referencePage(of: kinds), terminator: "")
      return
    }
    print(String(decoding: printJSON(jsonSchema(of: kinds)), as: UTF8.self), terminator: "")
  }
}
