package import Diagnostics
package import Validation

/// Something that only one party in a cluster can have, and how an object takes it.
package struct Claim: Sendable {
  /// What is taken, such as `shop.example.com/`.
  let thing: String
  /// Who takes it, in words, such as `namespace 'shop'`; claims of one party never collide.
  let party: String
  /// The circumstances in which it is taken; nil for all of them.
  let condition: String?
  /// Where it is written.
  let field: Field

  init(_ thing: String, by party: String, under condition: String? = nil, at field: Field) {
    self.thing = thing
    self.party = party
    self.condition = condition
    self.field = field
  }
}

/// A claim without its object: small enough to be kept until all units of a run are known.
package struct StandingClaim: Sendable {
  /// The finding, but for the words about the other.
  package let rule: LintRule
  package let severity: Severity
  package let thing: String
  package let party: String
  package let condition: String?
  /// The way to the field, with and without the object.
  package let path: (route: String, description: String)
  /// Whether the object allows what the rule says of it.
  package let isAllowed: Bool
  package let object: ObjectKey
  /// Where it is written; nil where only the whole object has a place.
  package var place: Span?

  /// A claim that was kept.
  package init(
    rule: LintRule,
    severity: Severity,
    thing: String,
    party: String,
    condition: String?,
    path: (route: String, description: String),
    isAllowed: Bool,
    object: ObjectKey,
    place: Span?
  ) {
    self.rule = rule
    self.severity = severity
    self.thing = thing
    self.party = party
    self.condition = condition
    self.path = path
    self.isAllowed = isAllowed
    self.object = object
    self.place = place
  }

  init(_ claim: Claim, of object: APIObject, for rule: LintRule, _ severity: Severity) {
    self.rule = rule
    self.severity = severity
    thing = claim.thing
    party = claim.party
    condition = claim.condition
    path = (claim.field.path.route, claim.field.path.description)
    isAllowed = Linting.isAllowed(rule, by: object)
    self.object = ObjectKey(object)
    place = claim.field.place
  }

  fileprivate func collides(with other: StandingClaim) -> Bool {
    party != other.party && (condition == nil || other.condition == nil || condition == other.condition)
  }
}

/// A claim that came after one with which it collides.
package struct Collision: Sendable {
  package let claim: StandingClaim
  /// In which of the groups the claim is.
  package let group: Int
  package let diagnostic: Diagnostic
  /// The path of the field, for fingerprints.
  package var path: String { claim.path.route }
}

extension LintRule {
  /// The rules that hold units against each other.
  package static let claiming = all.filter(\.readsClaims)

  private var readsClaims: Bool {
    if case .claim = check { true } else { false }
  }

  /// What an object takes by this rule; nothing for a rule about something else.
  func claims(of object: APIObject, _ severity: Severity) -> [StandingClaim] {
    guard case .claim(let kinds, let claims) = check, kinds.contains(object.kind) else { return [] }
    return claims(object).map { StandingClaim($0, of: object, for: self, severity) }
  }
}

/// What each object takes, by all rules that run.
package func claims(of objects: [APIObject], _ configuration: LintConfiguration) -> [[StandingClaim]] {
  let running = Set(configuration.rules.map(\.name))
  let rules = LintRule.claiming.filter { running.contains($0.name) }.map {
    ($0, configuration.severity(of: $0))
  }
  return objects.map { object in
    rules.flatMap { rule, severity in rule.claims(of: object, severity) }
  }
}

/// The claims that collide with one of an earlier group; within a group there is none.
///
/// - Parameter groups: For instance the claims of each unit; the order decides which of two is told.
/// - Returns: Once for each object and thing.
package func collisions(among groups: [[StandingClaim]]) -> [Collision] {
  var standing: [String: [StandingClaim]] = [:]
  var told: Set<[String]> = []
  var found: [Collision] = []
  for (number, group) in groups.enumerated() {
    for claim in group where !claim.isAllowed {
      guard let other = standing[claim.key]?.first(where: claim.collides),
        told.insert([claim.key, claim.object.namespace, claim.object.kind, claim.object.name]).inserted
      else { continue }
      found.append(Collision(claim: claim, group: number, diagnostic: .collision(claim, other)))
    }
    for claim in group {
      let earlier = standing[claim.key] ?? []
      if !earlier.contains(where: { $0.party == claim.party && $0.condition == claim.condition }) {
        standing[claim.key] = earlier + [claim]
      }
    }
  }
  return found
}

extension StandingClaim {
  fileprivate var key: String { "\(rule.name) \(thing)" }
}

extension Diagnostic {
  fileprivate static func collision(_ claim: StandingClaim, _ other: StandingClaim) -> Self {
    Diagnostic(
      claim.rule.code,
      claim.severity,
      "\(claim.path.description) takes '\(claim.thing)', as \(other.party) does",
      at: claim.place.map { Label($0, claim.rule.name) },
      related: other.place.map { [Label($0, "the other")] } ?? [],
      help: claim.rule.remediation
    )
  }
}
