internal import Validation
internal import YAMLSyntax

/// Whether the object itself allows what a rule says: by our annotation with a reason, or by that of another checker
/// for the same rule, so that nobody has to say it twice.
///
/// Sources: the documentation of kube-linter ("Ignoring violations"), kube-score ("Ignoring a test"), Polaris
/// ("Exemptions") and Checkov ("Suppressing and skipping policies") on annotations.
func isAllowed(_ rule: LintRule, by object: APIObject) -> Bool {
  // Asked for every finding, and hardly any object allows anything.
  let annotations = object.metadata["annotations"]
  guard annotations.node?.mapping?.entries.contains(where: { mayAllow($0.key) }) == true else { return false }
  return annotations.entries.contains { entry in
    guard let value = entry.value.written else { return false }
    if let name = entry.key.suffix(behind: "spai/allow.") { return name == rule.name }
    switch entry.key {
    case "kube-linter.io/ignore-all": return rule.aliases[.kubeLinter] != nil
    case "polaris.fairwinds.com/exempt": return value == "true" && rule.aliases[.polaris] != nil
    case "kube-score/ignore":
      let ids = value.split { $0 == "," || $0 == " " }.map(String.init)
      return rule.aliases[.kubeScore]?.contains(where: ids.contains) ?? false
    default: break
    }
    if let id = entry.key.suffix(behind: "ignore-check.kube-linter.io/") {
      return rule.aliases[.kubeLinter]?.contains(id) ?? false
    }
    if let id = entry.key.suffix(behind: "polaris.fairwinds.com/"), id.hasSuffix("-exempt") {
      // Annotations have the check's name in words: privilegeEscalationAllowed is privilege-escalation-allowed-exempt.
      let words = id.dropLast("-exempt".count).filter { $0 != "-" }
      return value == "true"
        && (rule.aliases[.polaris]?.contains { $0.lowercased() == words.lowercased() } ?? false)
    }
    if entry.key.hasPrefix("checkov.io/skip") {
      let id = value.prefix { $0 != "=" }
      return rule.aliases[.checkov]?.contains { $0 == id } ?? false
    }
    return false
  }
}

/// How the annotations begin that allow something.
private let starts = [
  "spai/allow.", "kube-linter.io/", "polaris.fairwinds.com/", "kube-score/", "ignore-check.kube-linter.io/",
  "checkov.io/skip",
].map { Array($0.utf8) }

private func mayAllow(_ key: String) -> Bool {
  starts.contains { key.utf8.starts(with: $0) }
}

extension String {
  fileprivate func suffix(behind prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
