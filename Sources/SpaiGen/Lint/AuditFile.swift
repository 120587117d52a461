internal import Linting
internal import Specification

/// What an organisation says about itself in `.spai-gen.yaml`, for the rules that auditors ask for.
struct AuditFile: SpecObject {
  private let records: RecordFile
  private let groups: [Spanned<String>]
  private let conflictingRoles: Keyed<[Spanned<String>]>
  private let encryptedStorageClasses: [Spanned<String>]
  private let reclaimPolicies: Keyed<Spanned<String>>
  private let regions: [Spanned<String>]
  private let nodePools: Keyed<Spanned<String>>
  private let logRetentionDays: Spanned<Int>?
  private let secretRefreshDays: Spanned<Int>?

  static let none = AuditFile(
    records: .none,
    groups: [],
    conflictingRoles: Keyed([]),
    encryptedStorageClasses: [],
    reclaimPolicies: Keyed([]),
    regions: [],
    nodePools: Keyed([]),
    logRetentionDays: nil,
    secretRefreshDays: nil
  )

  static let shape = Shape(
    "audit settings",
    "What rules that auditors ask for compare with.",
    .defaulted("records", "The annotations that carry records.", to: "{}", RecordFile.none),
    .list("groups", "The only groups of people that may be bound, besides those of the tenants."),
    .map("conflictingRoles", "Roles of which nobody may hold two, as ROLE or NAMESPACE/ROLE.", keys: .text),
    .list("encryptedStorageClasses", "StorageClasses that encrypt, besides those of the platform."),
    .map("reclaimPolicies", "Retain or Delete, by StorageClass.", keys: .text),
    .list("regions", "The only regions that pods may run in."),
    .map("nodePools", "The label, as key=value, of the nodes kept for a class of data.", keys: .text),
    .optional("logRetentionDays", "The least time that logs are kept; 365 when absent.", .integer()),
    .optional(
      "secretRefreshDays",
      "The longest time between two readings of a secret; 90 when absent.",
      .integer()
    ),
    make: AuditFile.init
  )

  /// Adds what is said to the settings.
  func tell(_ audit: inout AuditSettings) {
    records.tell(&audit)
    audit.groups.formUnion(groups.map(\.value))
    audit.conflictingRoles += conflictingRoles.items.map { $0.value.map(\.value) }
    audit.encryptedStorageClasses.formUnion(encryptedStorageClasses.map(\.value))
    for item in reclaimPolicies.items { audit.reclaimPolicies[item.name] = item.value.value }
    audit.regions.formUnion(regions.map(\.value))
    for item in nodePools.items { audit.nodePools[item.name] = item.value.value }
    if let days = logRetentionDays { audit.logRetentionDays = days.value }
    if let days = secretRefreshDays { audit.secretRefreshDays = days.value }
  }
}

/// The annotations that carry records.
private struct RecordFile: SpecObject {
  let change: [Spanned<String>]
  let flow: [Spanned<String>]
  let processing: [Spanned<String>]
  let review: [Spanned<String>]
  let sbom: [Spanned<String>]
  let scan: [Spanned<String>]

  static let none = RecordFile(change: [], flow: [], processing: [], review: [], sbom: [], scan: [])

  static let shape = Shape(
    "audit records",
    "The annotations that carry records; all that are named for a record have to be there.",
    .list("change", "The change that made an object what it is, and its approval."),
    .list("flow", "Why a flow leaves the cluster; a key that ends in '/' is the beginning of keys."),
    .list("processing", "Purpose, legal basis and retention of the processing of personal data."),
    .list("review", "The day of the last review of a network's rules."),
    .list("sbom", "The bill of materials of an image."),
    .list("scan", "The scan of an image for vulnerabilities."),
    make: RecordFile.init
  )

  func tell(_ audit: inout AuditSettings) {
    let written: [(AuditRecord, [Spanned<String>])] = [
      (.change, change), (.flow, flow), (.processing, processing), (.review, review), (.sbom, sbom),
      (.scan, scan),
    ]
    for (record, keys) in written where !keys.isEmpty { audit.records[record] = keys.map(\.value) }
  }
}
