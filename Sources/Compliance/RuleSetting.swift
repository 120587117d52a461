package import Linting

/// What somebody has to say before a rule can be asked; without it lint rules are silent about everything, which is
/// no pass.
package enum RuleSetting: Hashable, Sendable {
  case conflictingRoles
  case encryptedStorageClasses
  case groups
  case nodePools
  case reclaimPolicies
  case record(AuditRecord)
  case regions
  case registries

  /// The setting of a word in the table, such as `registries` or `record.change`.
  init?(_ word: Substring) {
    switch word {
    case "conflictingRoles": self = .conflictingRoles
    case "encryptedStorageClasses": self = .encryptedStorageClasses
    case "groups": self = .groups
    case "nodePools": self = .nodePools
    case "reclaimPolicies": self = .reclaimPolicies
    case "regions": self = .regions
    case "registries": self = .registries
    default:
      guard word.hasPrefix("record."),
        let record = AuditRecord(rawValue: String(word.dropFirst("record.".count)))
      else { return nil }
      self = .record(record)
    }
  }

  /// Why nothing can be asked; nil where the setting is there.
  func absence(from settings: LintSettings) -> String? {
    let audit = settings.audit
    let (isEmpty, words) =
      switch self {
      case .conflictingRoles: (audit.conflictingRoles.isEmpty, "no conflicting roles are declared")
      case .encryptedStorageClasses:
        (audit.encryptedStorageClasses.isEmpty, "no storage class is declared to encrypt")
      case .groups: (audit.groups.isEmpty, "no groups of people are declared")
      case .nodePools: (audit.nodePools.isEmpty, "no nodes are kept for a class of data")
      case .reclaimPolicies:
        (audit.reclaimPolicies.isEmpty, "no storage class is declared to keep or to delete")
      case .record(let record):
        (
          audit.records[record, default: []].isEmpty,
          "no annotation is declared for the record '\(record.rawValue)'"
        )
      case .regions: (audit.regions.isEmpty, "no regions are declared")
      case .registries: (settings.registries.isEmpty, "no allowed registries are set")
      }
    return isEmpty ? words : nil
  }
}
