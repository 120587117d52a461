/// What an organisation says about itself, for the rules that auditors ask for: without it they have nothing to
/// compare with, and say nothing.
package struct AuditSettings: Sendable {
  /// The annotations that carry each record; a key that ends in '/' stands for all that begin with it.
  package var records: [AuditRecord: [String]] = [.flow: ["external.spai.dev/"]]
  /// The first day of which a scan of an image is still taken for one, such as 2026-08-23; any where nil.
  package var oldestScan: String?
  /// The only groups of people that may be bound.
  package var groups: Set<String> = []
  /// Roles of which nobody holds two, by name or as `namespace/name`.
  package var conflictingRoles: [[String]] = []
  /// The only storage classes that data may rest in.
  package var encryptedStorageClasses: Set<String> = []
  /// What becomes of a volume when its claim goes, by storage class.
  package var reclaimPolicies: [String: String] = [:]
  /// The only regions that pods may run in.
  package var regions: Set<String> = []
  /// The label, as `key=value`, of the nodes that are kept for a class of data.
  package var nodePools: [String: String] = [:]
  /// The classes of data that exist; any where empty.
  package var dataClasses: Set<String> = []
  /// Whose namespaces outside of the set are.
  package var tenancies: [String: Tenancy] = [:]
  /// The least time that logs are kept, in days.
  package var logRetentionDays = 365
  /// The longest time between two readings of a secret from its store, in days.
  package var secretRefreshDays = 90

  package init() {}
}

/// Something that is written down about an object, for whoever asks later.
package enum AuditRecord: String, CaseIterable, Hashable, Sendable {
  /// The ticket and the approval of the change that made the object what it is.
  case change
  /// Why a flow leaves the cluster.
  case flow
  /// Purpose, legal basis and retention of the processing of personal data.
  case processing
  /// The day on which somebody last reviewed the rules of a network.
  case review
  /// The bill of materials of an image.
  case sbom
  /// The scan of an image for vulnerabilities.
  case scan
}
