internal import ArgumentParser
internal import Diagnostics
internal import Linting
internal import Reporting
internal import SpaiGen
internal import Specification

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell why: of a finding, a key of the specs, a control, or a line of the output.",
    discussion: """
      Examples:
        spai-gen explain SPAI1401
        spai-gen explain over-quota
        spai-gen explain privileged-container
        spai-gen explain replicas.minimum
        spai-gen explain pci-dss-4.0.1/1.3.1
        spai-gen explain out/production/acme/acme-prod/deployment.apps-backend.yaml:42
      """
  )

  @OptionGroup var inputs: InputOptions

  @Argument(
    help: ArgumentHelp(
      "A code, a key, a framework and control, or a file of the output and a line.",
      valueName: "what"
    )
  )
  var subject: String

  func run() throws {
    if let colon = subject.lastIndex(of: ":"), let line = Int(subject[subject.index(after: colon)...]) {
      return try explainLine(line, of: String(subject[..<colon]))
    }
    let code = CodeExplanation.all.first { $0.id == subject.uppercased() || $0.name == subject }
    if let code { return print("\(code.id) \(code.name)\n\n\(code.text)") }
    if let rule = LintRule.all.first(where: { $0.code.id == subject.uppercased() || $0.name == subject }) {
      return print(describe(rule), terminator: "")
    }
    if try explainFramework() { return }
    try explainKey()
  }

  /// Tells of a framework or a control; false where no framework is called so.
  private func explainFramework() throws -> Bool {
    var findings = Findings()
    let (workspace, _) = readWorkspace(in: Folder(inputs.root), reporting: &findings)
    do throws(UnknownControl) {
      guard let text = try workspace?.explain(framework: subject, reporting: &findings) else { return false }
      print(text, terminator: "")
      return true
    } catch {
      throw ValidationError(error.message)
    }
  }

  private func describe(_ rule: LintRule) -> String {
    var text =
      "\(rule.code.id) \(rule.name)  (\(rule.severity.name), profile \(rule.profile.name), \(rule.group.rawValue))\n\n"
    text += "\(rule.rationale)\n\(rule.remediation)\n"
    for (checker, ids) in rule.aliases.sorted(by: { $0.key < $1.key }) {
      text += "  \(checker.rawValue): \(ids.joined(separator: ", "))\n"
    }
    return text
  }

  private func explainKey() throws {
    // A key is explained where there is no repository too.
    var findings = Findings()
    let (workspace, sources) = readWorkspace(in: Folder(inputs.root), reporting: &findings)
    let found = explain(key: subject, in: workspace)
    guard !found.isEmpty else {
      let hint =
        suggestion(forKey: subject) ?? workspace?.suggestion(forFramework: subject)
        ?? "Give a code such as SPAI1401, a key such as replicas.minimum, or FILE:LINE."
      throw ValidationError("There is nothing called '\(subject)'. \(hint)")
    }
    let groups = grouped(found)
    let texts = groups.prefix(5).map { kinds, one in describe(one, kinds: kinds, sources) }
    print(texts.joined(separator: "\n"), terminator: "")
    if groups.count > 5 { print("\nand \(groups.count - 5) more; give more of the path") }
  }

  /// The same field of several kinds once, with its kinds.
  private func grouped(_ found: [KeyExplanation]) -> [(kinds: String, one: KeyExplanation)] {
    var groups: [(kinds: String, one: KeyExplanation)] = []
    for one in found {
      let index = groups.firstIndex {
        $0.one.field.path == one.field.path && $0.one.field.summary == one.field.summary
      }
      if let index {
        groups[index].kinds += ", \(one.field.kind)"
      } else {
        groups.append((one.field.kind, one))
      }
    }
    return groups
  }

  private func describe(_ one: KeyExplanation, kinds: String, _ sources: SourceMap) -> String {
    var text = "\(one.field.path)  (\(kinds))\n  \(one.field.summary)\n  value: \(one.field.values)\n"
    if one.field.fallback == "required" {
      text += "  required in the layers together\n"
    } else if !one.field.fallback.isEmpty {
      text += "  default: \(one.field.fallback)\n"
    }
    text += "  layers: \(layerOrder)\n"
    for place in one.places.prefix(12) { text += "  \(sources.place(place))\n" }
    if one.places.count > 12 { text += "  and \(one.places.count - 12) more places\n" }
    if one.places.isEmpty { text += "  said nowhere in this repository\n" }
    return text
  }

  private func explainLine(_ line: Int, of path: String) throws {
    var findings = Findings()
    let (workspace, sources) = try inputs.readSpecs(reporting: &findings)
    var own = Findings()
    do throws(ExplanationFailure) {
      let explanation = try workspace.explain(trimmed(path), line: line, reporting: &own)
      print(describe(explanation, sources), terminator: "")
    } catch {
      inputs.show(own.all.sortedAndUnique(), sources: sources)
      Console.say("error: \(error.inWords(path))")
      throw ExitCode.cannotRun
    }
  }

  /// The path as the lock and the plan write it.
  private func trimmed(_ path: String) -> String {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  private func describe(_ explanation: LineExplanation, _ sources: SourceMap) -> String {
    var text = "\(explanation.text.drop { $0 == " " })\n  of \(explanation.object)\n"
    if explanation.isConstant {
      text += "  a constant of the compiler: what every such object gets without asking\n"
    }
    if let source = explanation.source {
      text += "  \(explanation.isConstant ? "there for" : "from") \(sources.place(source))\n"
    }
    if let rule = explanation.rule { text += "  by the rule: \(rule)\n" }
    guard let path = explanation.path else { return text }
    text += "  layers of '\(path)', lowest first:\n"
    let winner = explanation.layers.lastIndex { $0.value != nil }
    for (index, layer) in explanation.layers.enumerated() {
      guard let value = layer.value else { continue }
      text += "  \(index == winner ? "*" : " ") \(layer.name): \(sources.place(value))\n"
    }
    return text
  }
}

private let layerOrder =
  "built-in < template < tier defaults < environment < tenant defaults < service or job < its environment < patch"

extension SourceMap {
  /// For instance `tenants/acme.yaml:14: minimum: 6`.
  fileprivate func place(_ span: Span) -> String {
    let table = LineTable(self[span.source].bytes)
    let line = table.position(of: span.start).line
    let text = String(decoding: table.text(ofLine: line), as: UTF8.self)
    return "\(self[span.source].path):\(line): \(text.drop { $0 == " " })"
  }
}

extension ExplanationFailure {
  fileprivate func inWords(_ path: String) -> String {
    switch self {
    case .notOutput:
      "'\(path)' is no file of the output; give out/ENVIRONMENT/TENANT/NAMESPACE/FILE.yaml:LINE"
    case .noSuchUnit: "no tenant and environment makes '\(path)'"
    case .brokenUnit: "the specs of '\(path)' have errors"
    case .noSuchFile: "the specs make no '\(path)'; 'spai-gen build --check' tells what is stale"
    case .noSuchLine(let count): "'\(path)' has \(count) lines"
    }
  }
}
