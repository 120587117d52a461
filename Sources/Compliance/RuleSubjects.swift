package import Linting

/// What a rule looks at; each is passed, failed or left out by itself.
package enum RuleSubjects: Hashable, Sendable {
  case everyObject
  /// Everything that makes pods.
  case pods
  /// Everything that makes pods that run until they are told to stop; the rule does not apply to the others.
  case lastingPods
  /// Everything that makes pods that keep the data of others.
  case dataStores
  case kinds([KindName])
  /// Those of some kinds that are in the namespace of a known tenant.
  case ofTenants([KindName])
  /// Everything that keeps logs, and every namespace that says how long its logs are kept.
  case logStores
  /// Every audit policy, as an object or as a file in a ConfigMap.
  case auditPolicies
  /// Everything that names another object for a purpose.
  case referring(Reference.Role)
  /// All objects together, as one subject.
  case wholeSet

  /// The subjects of a lint rule.
  init(_ check: LintRule.Check) {
    switch check {
    case .object(let kinds, _): self = kinds.isEmpty ? .everyObject : .kinds(kinds.map { KindName($0[...]) })
    case .pod, .container: self = .pods
    case .set(.objects, _): self = .everyObject
    case .set(.pods, _): self = .pods
    case .set(.kinds(let kinds), _): self = .kinds(kinds.map { KindName($0[...]) })
    case .set(.referring(let role), _): self = .referring(role)
    case .claim(let kinds, _): self = .kinds(kinds.map { KindName($0[...]) })
    }
  }

  /// Reads a word of the table, or kinds with commas between them, behind `of-tenants:` where it is asked whose.
  init(words: Substring) {
    func kinds(_ list: Substring) -> [KindName] { list.split(separator: ",").map { KindName($0) } }
    switch words {
    case "objects": self = .everyObject
    case "pods": self = .pods
    case "lasting-pods": self = .lastingPods
    case "data-stores": self = .dataStores
    case "log-stores": self = .logStores
    case "audit-policies": self = .auditPolicies
    case "set": self = .wholeSet
    default:
      let parts = words.split(separator: ":", maxSplits: 1)
      self = parts.count > 1 && parts[0] == "of-tenants" ? .ofTenants(kinds(parts[1])) : .kinds(kinds(words))
    }
  }

  /// In words, for the reason why a rule does not apply.
  package var words: String {
    switch self {
    case .everyObject, .wholeSet: "object"
    case .pods: "workload"
    case .lastingPods: "workload that lasts"
    case .dataStores: "workload that keeps data"
    case .logStores: "store of logs"
    case .auditPolicies: "audit policy"
    case .kinds(let kinds): kinds.map(\.shown).joined(separator: " or ")
    case .referring: "object that refers to another"
    case .ofTenants(let kinds): "\(kinds.map(\.shown).joined(separator: " or ")) of a known tenant"
    }
  }
}

/// What tells that there is something for a rule to judge.
package enum Evidence: Hashable, Sendable {
  /// An object of a kind.
  case kind(KindName)
  /// An annotation of pods.
  case podAnnotation(String)

  init(_ text: Substring) {
    self = text.first == "@" ? .podAnnotation(String(text.dropFirst())) : .kind(KindName(text))
  }

  /// Whether an object of a kind and group is it.
  func isObject(of kind: String, _ group: String) -> Bool {
    if case .kind(let name) = self { name.means(kind, of: group) } else { false }
  }
}

/// A kind, and its group where others have one of the same name: `Policy.audit.k8s.io`; `*` for every kind of a group.
package struct KindName: Hashable, Sendable {
  private let kind: String
  private let group: String?

  init(_ text: Substring) {
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    kind = parts.first ?? ""
    group = parts.count > 1 ? parts[1] : nil
  }

  /// Whether an object of a kind and group is meant.
  func means(_ kind: String, of group: String) -> Bool {
    (self.kind == "*" || self.kind == kind) && (self.group == nil || self.group == group)
  }

  /// The kind as sentences show it.
  package var shown: String { kind == "*" ? group ?? kind : kind }
}
