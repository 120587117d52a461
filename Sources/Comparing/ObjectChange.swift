/// What became of one object.
package struct ObjectChange: Sendable {
  package enum Manner: String, Sendable {
    case added
    case deleted
    case changed
    /// The same object under the name that its workload has now.
    case renamed
    /// A Job whose name follows its content: another Job, which runs.
    case rerun
  }

  package let unit: String
  package let manner: Manner
  package let apiVersion: String
  package let kind: String
  /// Nil for an object of the cluster.
  package let namespace: String?
  /// The new name; the old one of what was deleted.
  package let name: String
  /// The old name where it differs.
  package let oldName: String?
  /// What the change of the object as a whole means; empty where its fields say all.
  package let verdicts: [Verdict]
  /// The line that the object is there for.
  package let cause: Cause?
  /// For new objects only the fields that widen or relax something.
  package let fields: [FieldChange]

  /// Every class of the object and its fields, by danger.
  ///
  /// `other` and `cosmetic` say that there is nothing else to say.
  package var classes: [ChangeClass] {
    let all = Set((verdicts + fields.flatMap(\.verdicts)).map(\.changeClass)).sorted()
    guard let worst = all.first, worst < .other else { return Array(all.prefix(1)) }
    return all.filter { $0 != .other && $0 != .cosmetic }
  }

  package var worst: ChangeClass { classes.first ?? .cosmetic }
}
