internal import Compliance
package import Diagnostics

/// Why a question about a framework has no answer, and what may have been meant.
package struct UnknownControl: Error {
  package let message: String
}

extension Workspace {
  /// Tells of a framework, or of one of its controls: `pci-dss-4.0.1` or `pci-dss-4.0.1/1.3.1`.
  ///
  /// - Parameters:
  ///   - question: The framework by its id or one of its names, and a control behind a slash.
  ///   - findings: What is wrong with frameworks.
  /// - Returns: What is known, as lines; nil where no framework is called so.
  /// - Throws: Where the framework has no such control.
  package func explain(framework question: String, reporting findings: inout Findings) throws(UnknownControl)
    -> String?
  {
    let parts = question.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init
    )
    let frameworks = compliance.decode(reporting: &findings).frameworks
    guard let framework = frameworks.first(where: { $0.isCalled(parts[0]) }) else { return nil }
    guard parts.count == 2 else { return describe(framework) }
    if let control = framework.controls.first(where: { $0.id == parts[1] })
      ?? framework.controls.first(where: { $0.covers.contains(parts[1]) })
    {
      return describe(control, of: framework)
    }
    let hint = didYouMean(parts[1], among: framework.controls.flatMap { [$0.id] + $0.covers })
    throw UnknownControl(
      message: "There is no control '\(parts[1])' in '\(framework.id)'."
        + (hint.map { " \($0)" } ?? " 'spai-gen explain \(framework.id)' lists them.")
    )
  }

  /// The name of a framework that may have been meant; nil where none is near.
  package func suggestion(forFramework question: String) -> String? {
    let name = String(question.prefix { $0 != "/" })
    var unheard = Findings()
    let frameworks = compliance.decode(reporting: &unheard).frameworks
    return didYouMean(name, among: frameworks.flatMap { [$0.id] + $0.aliases })
  }
}

private func describe(_ framework: Framework) -> String {
  let publisher = framework.publisher.map { " (\($0))" } ?? ""
  var text = "\(framework.id)  \(framework.title) \(framework.version)\(publisher)\n"
  if let source = framework.source { text += "  \(source)\n" }
  if let note = framework.note { text += "  \(note)\n" }
  let universe = framework.universe
  text += "  complete: \(universe.total) \(universe.unit), counted from \(universe.countedFrom)\n"
  let counts = Framework.Coverage.allCases.map { "\(framework.count(of: $0)) \($0.rawValue)" }
  text += "  coverage: \(counts.joined(separator: ", "))\n"
  text += "  about: \(scope(of: framework))\n"
  text += "  controls that manifests speak for:\n"
  for control in framework.controls where control.coverage != .none {
    text += "    \(control.id)  \(control.coverage.rawValue)  \(control.title)\n"
  }
  return text
}

private func scope(of framework: Framework) -> String {
  let names = ([framework.id] + framework.aliases).joined(separator: ", ")
  return switch framework.scope {
  case .everyUnit: "every unit"
  case .dataClasses(let classes):
    "tenants that declare \(names)"
      + (classes.isEmpty ? "" : ", or process data of class \(classes.joined(separator: ", "))")
  }
}

private func describe(_ control: Framework.Control, of framework: Framework) -> String {
  var text = "\(framework.id)/\(control.id)  \(control.title)\n"
  text += "  coverage \(control.coverage.rawValue): \(meaning(of: control.coverage))\n"
  if let property = control.property { text += "  what can be seen: \(property)\n" }
  if control.covers.count > 1 { text += "  stands for: \(control.covers.joined(separator: ", "))\n" }
  text += listed("necessary rules", control.necessary.map(describe(rule:)))
  text += listed("supporting rules", control.supporting.map(describe(rule:)))
  text += listed("not assessed", control.notAssessed)
  text += listed("the assessor still needs", control.assessorNeeds)
  if let confidence = control.confidence { text += "  confidence: \(confidence)\n" }
  return text
}

private func meaning(of coverage: Framework.Coverage) -> String {
  switch coverage {
  case .full: "it is about manifests; the rules decide it for the assessed files"
  case .partial: "a failing rule is a gap; passing rules are necessary and not sufficient"
  case .artefact: "the rules leave a record that an assessor can use, and decide nothing"
  case .none: "manifests say nothing about it"
  }
}

private func describe(rule name: String) -> String {
  guard let rule = ComplianceRule.named(name) else { return name }
  let silence = if case .unchecked(let reason) = rule.check { " (not evaluated: \(reason))" } else { "" }
  return "\(name)  \(rule.severity.name)  \(rule.summary)\(silence)"
}

private func listed(_ title: String, _ lines: [String]) -> String {
  lines.isEmpty ? "" : "  \(title):\n" + lines.map { "    \($0)\n" }.joined()
}
