package import Diagnostics
internal import Validation

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
/// The walk goes from object to object and not from rule to rule: what one object is made of stays near the processor
/// while all rules look at it, where hundreds of walks over ten thousand objects would fetch them anew each time.
///
/// - Parameters:
///   - set: All objects of the run; rules about references see them together.
///   - configuration: Which rules, and what they are told.
/// - Returns: The findings that no object allows.
package func lint(_ set: ObjectSet, _ configuration: LintConfiguration) -> [LintFinding] {
  let context = LintContext(settings: configuration.settings, objects: set)
  let rules = configuration.rules
  let checks = Checks(rules)
  var report = LintReport(rules.map { ($0, configuration.severity(of: $0)) })
  let checksByKind = Dictionary(
    uniqueKeysWithValues: set.kinds.map { kind in (kind, checks.objects.filter { $0.isAbout(kind) }) }
  )
  for object in set.objects {
    for check in checksByKind[object.kind] ?? [] {
      report.turn(to: check.rule)
      check.run(object, context, &report)
    }
  }
  for pod in set.pods {
    for check in checks.pods {
      report.turn(to: check.rule)
      check.run(pod, context, &report)
    }
    for container in pod.containers {
      for check in checks.containers {
        report.turn(to: check.rule)
        check.run(container, context, &report)
      }
    }
  }
  for (number, rule) in rules.enumerated() {
    report.turn(to: number)
    switch rule.check {
    case .object, .pod, .container: continue
    case .set(_, let check): check(set, context, &report)
    case .claim(let kinds, _):
      let objects = kinds.flatMap { set.ofKind($0) }
      let groups = objects.map { rule.claims(of: $0, configuration.severity(of: rule)) }
      for collision in collisions(among: groups) { report.add(collision, of: objects[collision.group]) }
    }
  }
  return report.findings
}

/// The checks of the rules that look at one thing at a time, by what that is; each with the place of its rule.
private struct Checks {
  struct ObjectCheck {
    let rule: Int
    let kinds: [String]
    let run: @Sendable (APIObject, LintContext, inout LintReport) -> Void

    func isAbout(_ kind: String) -> Bool { kinds.isEmpty || kinds.contains(kind) }
  }

  private(set) var objects: [ObjectCheck] = []
  private(set) var pods: [(rule: Int, run: @Sendable (Pod, LintContext, inout LintReport) -> Void)] = []
  private(set) var containers:
    [(rule: Int, run: @Sendable (Container, LintContext, inout LintReport) -> Void)] = []

  init(_ rules: [LintRule]) {
    for (number, rule) in rules.enumerated() {
      switch rule.check {
      case .object(let kinds, let run): objects.append(ObjectCheck(rule: number, kinds: kinds, run: run))
      case .pod(let run): pods.append((number, run))
      case .container(let run): containers.append((number, run))
      case .set, .claim: continue
      }
    }
  }
}
