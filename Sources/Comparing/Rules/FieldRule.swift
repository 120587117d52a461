/// One thing that a changed field may mean, and the fact of Kubernetes that makes it so.
struct FieldRule: Sendable {
  let verdict: Verdict
  /// Whether it speaks of new objects too; most rules are about what something becomes.
  let speaksOfNewObjects: Bool
  let applies: @Sendable (Leaf) -> Bool

  init(
    _ changeClass: ChangeClass,
    _ reason: String,
    newObjectsToo: Bool = false,
    _ applies: @escaping @Sendable (Leaf) -> Bool
  ) {
    verdict = Verdict(changeClass, reason)
    speaksOfNewObjects = newObjectsToo
    self.applies = applies
  }

  /// Every rule about fields, the most dangerous class first.
  static let all: [FieldRule] =
    dataRules + immutabilityRules + exposureRules + securityRules + capacityRules + replicaRules + podRules
    + cosmeticRules
}

/// What each rule says, for the documentation.
package let ruleVerdicts: [Verdict] = FieldRule.all.map(\.verdict) + [imageOnly]
