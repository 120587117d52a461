import Diagnostics
import Linting
import Validation
import YAMLSyntax

/// The findings of every lint rule about one unit, by rule and object.
struct LintedUnit {
  /// In the order of reports.
  private let objects: [Object]
  private let whole: SharedSubject
  /// What stands around the objects.
  private let surroundings: [APIObject]
  /// By the name of a lint rule and the index of an object.
  private let findings: [String: [Int: [SubjectFinding]]]

  private struct Object {
    let identity: SharedSubject
    let kind: String
    let group: String
    let isReproduced: Bool?
    /// Whether nobody can tell what it is.
    let isNameless: Bool
    /// Whether its pods last; nil for an object without pods.
    let lasts: Bool?
    let keepsData: Bool
    /// Whether it keeps logs or says how long they are kept.
    let keepsLogs: Bool
    let isAuditPolicy: Bool
    /// The annotations of its pods.
    let podAnnotations: Set<String>
    /// What it names other objects for.
    let references: Set<Reference.Role>
    /// Whether labels or settings tell whose it is.
    let hasTenant: Bool

    func tells(_ evidence: Evidence) -> Bool {
      switch evidence {
      case .kind(let kind): isOne(of: [kind])
      case .podAnnotation(let key): podAnnotations.contains(key)
      }
    }

    func isOne(of kinds: [KindName]) -> Bool { kinds.contains { $0.means(kind, of: group) } }
  }

  /// What tells objects of a unit apart.
  private struct Key: Hashable {
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
  }

  init(_ unit: AssessedUnit, _ configuration: LintConfiguration) {
    let sorted = unit.objects.map { (subject: Subject($0, in: unit.identity), object: $0) }
      .map { (key: ($0.subject.path, $0.subject.apiVersion, $0.subject.digest ?? ""), $0.subject, $0.object) }
      .sorted { $0.key < $1.key }
    let nodes = sorted.map { $0.2.node.withoutAllowances }
    let set = ObjectSet(nodes + unit.surroundings)
    surroundings = Array(set.objects.dropFirst(nodes.count))
    let keys = set.objects.prefix(nodes.count).map { Key($0) }
    let tenancies = Tenancies(set, configuration.settings)
    // An object that makes several kinds of pods lasts as long as one of them.
    let lasting = Dictionary(
      set.pods.map { (Key($0.owner), $0.isLasting) },
      uniquingKeysWith: { $0 || $1 }
    )
    let references = Dictionary(grouping: set.references.all) { Key($0.object) }
    let annotations = Dictionary(
      set.pods.map { (Key($0.owner), Set($0.template["metadata"]["annotations"].keys.map(\.text))) },
      uniquingKeysWith: { $0.union($1) }
    )
    let stores = Set(set.pods.filter(\.isDataStore).map { Key($0.owner) })
      .union(DatabaseCluster.all(in: set).map { Key($0.object) })
    objects = zip(zip(sorted, keys), set.objects).map { known, object in
      let (entry, key) = known
      return Object(
        identity: SharedSubject(entry.1),
        kind: key.kind,
        group: key.group,
        isReproduced: entry.2.isReproduced,
        isNameless: key.kind.isEmpty || key.name.isEmpty,
        lasts: lasting[key],
        keepsData: stores.contains(key),
        keepsLogs: ["LokiStack", "VLSingle"].contains(key.kind) || object.saysLogRetention,
        isAuditPolicy: object.auditPolicy != nil,
        podAnnotations: annotations[key] ?? [],
        references: Set(references[key, default: []].map(\.role)),
        hasTenant: tenancies[key.namespace]?.tenant != nil
      )
    }
    whole = SharedSubject(Subject(allOf: unit.identity))
    // Objects of one name share their findings: nobody could tell which of them was meant.
    let indices = Dictionary(grouping: keys.indices) { keys[$0] }
    var findings: [String: [Int: [SubjectFinding]]] = [:]
    for finding in lint(set, configuration) {
      for index in indices[Key(finding.object)] ?? [] {
        findings[finding.diagnostic.code.name, default: [:]][index, default: []].append(
          SubjectFinding(finding)
        )
      }
    }
    self.findings = findings
  }

  /// What the rule found about each of its subjects.
  func subjects(of rule: ComplianceRule) -> [SubjectResult] {
    guard rule.evidence.isEmpty || isThere(rule.evidence) else { return [] }
    if rule.check == .reproduced {
      return objects.compactMap { object in
        object.isReproduced.map { SubjectResult(object.identity, $0 ? .passed : .failed([])) }
      }
    }
    let found = rule.lintRules.compactMap { findings[$0] }
    if rule.subjects == .wholeSet {
      let all = objects.indices.flatMap { index in found.flatMap { $0[index] ?? [] } }
      return [SubjectResult(whole, all.isEmpty ? .passed : .failed(all))]
    }
    return objects.indices.compactMap { index in
      let object = objects[index]
      if object.isNameless { return SubjectResult(object.identity, .error("an object without kind or name")) }
      let own = found.flatMap { $0[index] ?? [] }
      // A finding counts wherever a lint rule saw it, also beside the subjects that the table names.
      if !own.isEmpty { return SubjectResult(object.identity, .failed(own)) }
      return untroubled(object, rule.subjects).map { SubjectResult(object.identity, $0) }
    }
  }

  private func isThere(_ evidence: [Evidence]) -> Bool {
    objects.contains { evidence.contains(where: $0.tells) }
      || surroundings.contains { object in
        evidence.contains { $0.isObject(of: object.kind, object.group) }
      }
  }

  /// What an object without findings is for a rule; nil where the rule is about others.
  private func untroubled(_ object: Object, _ subjects: RuleSubjects) -> SubjectOutcome? {
    switch subjects {
    case .everyObject, .wholeSet: .passed
    case .kinds(let kinds): object.isOne(of: kinds) ? .passed : nil
    case .ofTenants(let kinds): object.hasTenant && object.isOne(of: kinds) ? .passed : nil
    case .referring(let role): object.references.contains(role) ? .passed : nil
    case .dataStores: object.keepsData ? .passed : nil
    case .logStores: object.keepsLogs ? .passed : nil
    case .auditPolicies: object.isAuditPolicy ? .passed : nil
    case .pods: object.lasts == nil ? nil : .passed
    case .lastingPods: object.lasts.map { $0 ? .passed : .notApplicable("it runs to an end") }
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
      case .mapping(var pairs) = fields.entries[annotations].value.content,
      pairs.entries.contains(where: { $0.key.hasPrefix("spai/allow.") })
    else { return self }
    pairs.entries.removeAll { $0.key.hasPrefix("spai/allow.") }
    fields.entries[annotations].value.content = .mapping(pairs)
    object.entries[metadata].value.content = .mapping(fields)
    var node = self
    node.content = .mapping(object)
    return node
  }
}
