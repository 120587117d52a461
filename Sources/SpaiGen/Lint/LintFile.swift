package import Diagnostics
package import Linting
internal import Specification
internal import YAMLSyntax

/// The name of the file that says how a repository is linted.
package let lintFileName = ".spai-gen.yaml"

/// What a repository says about linting; `.spai-gen.yaml` in its root.
private struct LintFile: SpecObject {
  let profile: Spanned<ProfileName>
  let rules: Keyed<Spanned<RuleLevel>>
  let registries: [Spanned<String>]
  let requiredLabels: [Spanned<String>]
  let leastUID: Spanned<Int>?
  let leastReplicas: Spanned<Int>?
  let longestGracePeriod: Spanned<Int>?
  let provided: Keyed<[Spanned<String>]>
  let audit: AuditFile

  static let shape = Shape(
    "lint settings",
    "How a repository is linted.",
    .defaulted("profile", "How much is asked.", to: "default", Spanned(ProfileName.standard)),
    .map("rules", "Single rules, by name: off, note, warning or error.", keys: .text),
    .list("registries", "The only registries that images may come from."),
    .list("requiredLabels", "Labels that every workload must have.", .labelKey),
    .optional("leastUid", "The least number of a user or group.", .integer()),
    .optional("leastReplicas", "The least replicas of a service.", .integer(1...1000)),
    .optional("longestGracePeriod", "The longest time to finish, in seconds.", .integer()),
    .map("provided", "Names that the cluster has, by kind: they are defined elsewhere.", keys: .text),
    .defaulted("audit", "What rules that auditors ask for compare with.", to: "{}", AuditFile.none),
    make: LintFile.init
  )
}

private enum ProfileName: String, SpecEnumeration {
  case standard = "default"
  case strict
  case all
}

private enum RuleLevel: String, SpecEnumeration {
  case off
  case note
  case warning
  case error
}

/// Reads how a folder is linted; the defaults where it does not say.
package func readLintConfiguration(
  in folder: Folder,
  _ sources: inout SourceMap,
  reporting findings: inout Findings
) -> LintConfiguration {
  var configuration = LintConfiguration()
  do throws(FileFailure) {
    guard let bytes = try folder.read(lintFileName) else { return configuration }
    let id = sources.add(path: lintFileName, owner: .platform, bytes: bytes)
    let before = findings.errorCount
    guard let node = parseYAML(sources[id], reporting: &findings).first else { return configuration }
    LintFile.schema.check(node, as: lintFileName, reporting: &findings)
    guard findings.errorCount == before, let file = LintFile(node: node) else { return configuration }
    configuration.take(file, reporting: &findings)
  } catch {
    findings.report(error.diagnostic)
  }
  return configuration
}

extension LintConfiguration {
  fileprivate mutating func take(_ file: LintFile, reporting findings: inout Findings) {
    profile =
      switch file.profile.value {
      case .standard: .standard
      case .strict: .strict
      case .all: .all
      }
    let names = LintRule.all.map(\.name)
    for item in file.rules.items {
      guard names.contains(item.name) else {
        findings.report(.unknownRule(item.name, item.origin.span, among: names))
        continue
      }
      switches[item.name] = item.value.value != .off
      severities[item.name] =
        switch item.value.value {
        case .off: nil
        case .note: .note
        case .warning: .warning
        case .error: .error
        }
    }
    settings.registries += file.registries.map(\.value)
    settings.requiredLabels += file.requiredLabels.map(\.value)
    if let least = file.leastUID { settings.leastUID = least.value }
    if let least = file.leastReplicas { settings.leastReplicas = least.value }
    if let longest = file.longestGracePeriod { settings.longestGracePeriod = longest.value }
    for item in file.provided.items {
      settings.provided[item.name, default: []].formUnion(item.value.map(\.value))
    }
    file.audit.tell(&settings.audit)
  }
}

extension Code {
  package static let unknownRule = Code("SPAI3501", "unknown-rule")
}

extension Diagnostic {
  static func unknownRule(_ name: String, _ span: Span?, among names: [String]) -> Self {
    Diagnostic(
      .unknownRule,
      .error,
      "no rule is called '\(name)'",
      at: span.map { Label($0, "not a rule") },
      help: didYouMean(name, among: names) ?? "'spai-gen list rules' tells their names."
    )
  }
}
