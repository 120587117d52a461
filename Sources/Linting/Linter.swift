package import Diagnostics
package import YAMLSyntax

/// Which rules run, how much each matters, and what they are told.
package struct LintConfiguration: Sendable {
  package var profile = LintRule.Profile.standard
  /// Rules by name that are on or off whatever the profile says.
  package var switches: [String: Bool] = [:]
  package var severities: [String: Severity] = [:]
  package var settings = LintSettings()

  package init() {}

  /// The rules that run.
  package var rules: [LintRule] {
    LintRule.all.filter { switches[$0.name] ?? ($0.profile <= profile) }
  }

  func severity(of rule: LintRule) -> Severity { severities[rule.name] ?? rule.severity }
}

/// Asks every rule about every object, in one walk.
///
/// - Parameters:
///   - nodes: All objects of the run; rules about references see them together.
///   - configuration: Which rules, and what they are told.
/// - Returns: The findings, before suppressions; in the order of rules within that of objects.
package func lint(_ nodes: [Node], _ configuration: LintConfiguration) -> [LintFinding] {
  let rules = configuration.rules
  let set = ObjectSet(nodes)
  let context = LintContext(settings: configuration.settings, objects: set)
  var findings: [LintFinding] = []
  for rule in rules {
    var report = LintReport(rule, severity: configuration.severity(of: rule))
    switch rule.check {
    case .object(let kinds, let check):
      let objects = kinds.isEmpty ? set.objects : kinds.flatMap { set.ofKind($0) }
      for object in objects { check(object, context, &report) }
    case .pod(let check):
      for pod in set.pods { check(pod, context, &report) }
    case .container(let check):
      for pod in set.pods {
        for container in pod.containers { check(container, context, &report) }
      }
    case .set(_, let check): check(set, context, &report)
    case .claim(let kinds, _):
      let objects = kinds.flatMap { set.ofKind($0) }
      let groups = objects.map { rule.claims(of: $0, configuration.severity(of: rule)) }
      for collision in collisions(among: groups) { report.add(collision, of: objects[collision.group]) }
    }
    findings += report.findings.filter { !isAllowed(rule, by: $0.object) }
  }
  return findings
}
