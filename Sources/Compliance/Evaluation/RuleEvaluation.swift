import Diagnostics
import Linting
import Validation
import YAMLSyntax

/// Asks rules about units; the units of a rule are those that some framework with the rule is about.
///
/// - Parameters:
///   - rules: The rules with the names of the units of each.
///   - units: All units.
///   - configuration: What the lint rules are told; which of them run follows from the rules.
/// - Returns: A result for each rule, in the order of their names.
func results(
  of rules: [(rule: ComplianceRule, units: Set<String>)],
  on units: [AssessedUnit],
  _ configuration: LintConfiguration
) -> [RuleResult] {
  let rules = rules.sorted { $0.rule.name < $1.rule.name }
  var configuration = configuration
  let wanted = Set(rules.flatMap(\.rule.lintRules))
  configuration.profile = .standard
  configuration.switches = Dictionary(
    uniqueKeysWithValues: LintRule.all.map { ($0.name, wanted.contains($0.name)) }
  )
  var results = rules.map { RuleResult(rule: $0.rule, subjects: [], problem: $0.rule.problem(configuration)) }
  for unit in units where rules.contains(where: { $0.units.contains(unit.name) }) {
    let linted = LintedUnit(unit, configuration)
    for index in rules.indices where rules[index].units.contains(unit.name) && results[index].problem == nil {
      results[index].subjects += linted.subjects(of: rules[index].rule)
    }
  }
  for index in results.indices { results[index].subjects.sort { $0.subject < $1.subject } }
  return results
}

/// The findings of every lint rule about one unit, by rule and object.
private struct LintedUnit {
  private let unit: AssessedUnit
  private let subjects: [Subject]
  private let podOwners: [Identity: Bool]
  private let findings: [String: [Identity: [LintFinding]]]

  /// What tells objects of a unit apart.
  private struct Identity: Hashable {
    let group: String
    let kind: String
    let namespace: String?
    let name: String

    init(_ object: APIObject) {
      group = object.group
      kind = object.kind
      namespace = object.namespace
      name = object.name
    }

    init(_ subject: Subject) {
      group = subject.apiVersion.split(separator: "/").dropLast().first.map(String.init) ?? ""
      kind = subject.kind
      namespace = subject.namespace
      name = subject.name
    }
  }

  init(_ unit: AssessedUnit, _ configuration: LintConfiguration) {
    self.unit = unit
    subjects = unit.objects.map { Subject($0, in: unit) }
    let nodes = unit.objects.map(\.node.withoutAllowances)
    // A pod that lasts decides for an object that makes several.
    podOwners = Dictionary(
      ObjectSet(nodes).pods.map { (Identity($0.owner), $0.isLasting) },
      uniquingKeysWith: { $0 || $1 }
    )
    findings = Dictionary(grouping: lint(nodes, configuration), by: \.diagnostic.code.name)
      .mapValues { Dictionary(grouping: $0) { Identity($0.object) } }
  }

  /// What the rule found about each of its subjects.
  func subjects(of rule: ComplianceRule) -> [SubjectResult] {
    let found = rule.lintRules.map { findings[$0] ?? [:] }
    if rule.subjects == .wholeSet {
      let all = subjects.flatMap { subject in found.flatMap { $0[Identity(subject)] ?? [] } }
      return [SubjectResult(subject: Subject(allOf: unit), outcome: all.isEmpty ? .passed : .failed(all))]
    }
    return subjects.compactMap { subject in
      guard !subject.kind.isEmpty, !subject.name.isEmpty else {
        return SubjectResult(subject: subject, outcome: .error("an object without kind or name"))
      }
      let own = found.flatMap { $0[Identity(subject)] ?? [] }
      // A finding counts wherever a lint rule saw it, also beside the subjects that the table names.
      if !own.isEmpty { return SubjectResult(subject: subject, outcome: .failed(own)) }
      return untroubled(subject, rule.subjects).map { SubjectResult(subject: subject, outcome: $0) }
    }
  }

  /// What an object without findings is for a rule; nil where the rule is about others.
  private func untroubled(_ subject: Subject, _ subjects: RuleSubjects) -> SubjectOutcome? {
    switch subjects {
    case .everyObject, .wholeSet: .passed
    case .kinds(let kinds): kinds.contains(subject.kind) ? .passed : nil
    case .pods: podOwners[Identity(subject)] == nil ? nil : .passed
    case .lastingPods:
      podOwners[Identity(subject)].map { $0 ? .passed : .notApplicable("it runs to an end") }
    }
  }
}

extension Node {
  /// The object without the annotations by which it allows itself what a lint rule says.
  ///
  /// Who writes a manifest cannot waive what an auditor asks about it; a Waiver has an approver and an end.
  fileprivate var withoutAllowances: Node {
    guard case .mapping(var object) = content,
      let metadata = object.entries.firstIndex(where: { $0.key == "metadata" }),
      case .mapping(var fields) = object.entries[metadata].value.content,
      let annotations = fields.entries.firstIndex(where: { $0.key == "annotations" }),
      case .mapping(var pairs) = fields.entries[annotations].value.content
    else { return self }
    pairs.entries.removeAll { $0.key.hasPrefix("spai/allow.") }
    fields.entries[annotations].value.content = .mapping(pairs)
    object.entries[metadata].value.content = .mapping(fields)
    var node = self
    node.content = .mapping(object)
    return node
  }
}
