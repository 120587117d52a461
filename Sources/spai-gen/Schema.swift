internal import ArgumentParser
internal import Compliance
internal import Specification
internal import YAMLSyntax

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of the specs, for editors.",
    discussion: """
      Examples:
        spai-gen schema > spai.schema.json
        spai-gen schema Tenant
        spai-gen schema Waiver
        spai-gen schema --markdown > Docs/spec-reference.md
      """
  )

  @Argument(help: "A kind, such as Tenant; all of them when absent.")
  var kind: String?

  @Flag(help: "Print the reference page instead, as Markdown.")
  var markdown = false

  func run() throws {
    var kinds = SpecKind.all
    var others = ComplianceKind.all
    if let kind {
      kinds = SpecKind.named(kind).map { [$0] } ?? []
      others = others.filter { $0.name == kind }
      guard !kinds.isEmpty || !others.isEmpty else {
        let names = SpecKind.all.map(\.name) + ComplianceKind.all.map(\.name)
        throw ValidationError("There is no kind '\(kind)'. Kinds: \(names.joined(separator: ", ")).")
      }
    }
    if markdown {
      guard !kinds.isEmpty else { throw ValidationError("Docs/compliance.md tells of '\(kind ?? "")'.") }
      print(referencePage(of: kinds), terminator: "")
      return
    }
    let schema = jsonSchema(of: kinds, and: others.map(\.schema))
    print(String(decoding: printJSON(schema), as: UTF8.self), terminator: "")
  }
}
