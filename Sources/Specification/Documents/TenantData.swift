package import Kubernetes
internal import YAMLSyntax

/// The data that a tenant keeps: declared once, and used by name.
package struct TenantData: SpecObject {
  package let cluster: PostgresCluster?
  package let databases: Keyed<Database>
  package let storage: Keyed<StoragePrefix>

  package static let shape = Shape(
    "tenant data",
    "The data that a tenant keeps; services and jobs use it by name.",
    .optional("cluster", "The size of its own PostgreSQL cluster, for 'isolation: cluster'."),
    .map("databases", "Its databases.", keys: .name),
    .map("storage", "Its parts of object storage.", keys: .name),
    make: TenantData.init
  )
}

/// How far the database of one tenant is from that of another.
package enum DataIsolation: String, SpecEnumeration {
  case schema
  case database
  case cluster
}

package struct Database: SpecObject {
  package let isolation: Spanned<DataIsolation>?
  package let server: Spanned<String>?
  package let name: Spanned<String>?
  package let connections: Spanned<Int>

  package static let shape = Shape(
    "database",
    "A PostgreSQL database, or a schema of one, with a role that may do anything in it and nothing elsewhere.",
    .optional(
      "isolation",
      "How far it is from those of other tenants; the first that the tier has when absent."
    ),
    .optional("server", "The server of the platform; the only one when absent.", .name),
    .optional(
      "name",
      "Its name on the server; '<tenant>_<short name of the environment>_<name>' when absent.",
      .sqlName
    ),
    .defaulted(
      "connections",
      "Connections that its role may have at a time.",
      .integer(1...10_000),
      to: "50",
      Spanned(50)
    ),
    make: Database.init
  )
}

package struct PostgresCluster: SpecObject {
  package let instances: Spanned<Int>
  package let cpu: Spanned<Quantity>
  package let memory: Spanned<Quantity>
  package let storage: Spanned<Quantity>
  package let storageClass: Spanned<String>?
  package let backup: PostgresBackup?

  package static let shape = Shape(
    "PostgreSQL cluster",
    "The size of a tenant's own PostgreSQL cluster.",
    .defaulted("instances", "The primary and its replicas.", .integer(1...9), to: "3", Spanned(3)),
    .required("cpu", "The cpu of each instance."),
    .required("memory", "The memory of each instance."),
    .required("storage", "The storage of each instance."),
    .optional("storageClass", "A storage class of the platform, by name; its default when absent.", .name),
    .optional("backup", "Where it is backed up, and for how long."),
    make: PostgresCluster.init
  )
}

package struct PostgresBackup: SpecObject {
  package let store: Spanned<String>?
  package let schedule: Spanned<String>
  package let retention: Spanned<Int>

  package static let shape = Shape(
    "PostgreSQL backup",
    "Base backups on a schedule, and every change between them, in object storage.",
    .optional("store", "The object store of the platform; the only one when absent.", .name),
    .defaulted("schedule", "When a base backup is made.", .cron, to: "0 1 * * *", Spanned("0 1 * * *")),
    .defaulted(
      "retentionDays",
      "How many days back it can be restored.",
      .integer(1...3650),
      to: "30",
      Spanned(30)
    ),
    make: PostgresBackup.init
  )
}

/// A part of a bucket that is one tenant's.
package struct StoragePrefix: SpecObject {
  package let store: Spanned<String>?
  package let prefix: Spanned<String>?
  package let encryptionKey: Spanned<String>?

  package static let shape = Shape(
    "storage",
    "A part of a bucket that is one tenant's.",
    .optional("store", "The object store of the platform; the only one when absent.", .name),
    .optional("prefix", "Its prefix; '<tenant>/<environment>/<name>/' when absent.", .objectPrefix),
    .optional("encryptionKey", "The identifier of the tenant's key in the key management; never the key."),
    make: StoragePrefix.init
  )
}

/// The data that a workload uses, by the names of the tenant.
package struct DataUse: SpecObject {
  package let databases: [Spanned<String>]
  package let storage: [Spanned<String>]

  package static let none = DataUse(databases: [], storage: [])

  package static let shape = Shape(
    "data",
    "The data of the tenant that this workload uses; nothing else of the data tier is open to it.",
    .list("databases", "Databases; each sets DATABASE_<NAME>_HOST and others.", .name),
    .list("storage", "Parts of object storage; each sets STORAGE_<NAME>_BUCKET and others.", .name),
    make: DataUse.init
  )
}

/// Changes of a database that a release of a service needs, without downtime.
package struct Migrations: SpecObject {
  package let expand: MigrationStep?
  package let migrate: MigrationStep?
  package let contract: MigrationStep?

  package static let shape = Shape(
    "migrations",
    "Changes of a database that a release needs: Jobs that run once for each content.",
    .optional("expand", "Before the new version starts: adds what it needs; the old version still works."),
    .optional("migrate", "Once the new version has taken over: moves what is stored."),
    .optional("contract", "At last: removes what no version needs any more."),
    make: Migrations.init
  )
}

package struct MigrationStep: SpecObject {
  package let image: Image?
  package let command: [Spanned<String>]
  package let args: [Spanned<String>]
  package let retries: Spanned<Int>
  package let deadline: Spanned<TimeSpan>

  package static let shape = Shape(
    "migration step",
    "One Job; it may be started again, so that what it does must be the same twice.",
    .optional("image", "The image; the service's own when absent."),
    .list("command", "The program, when not the image's own."),
    .list("args", "Its arguments."),
    .defaulted("retries", "How often it is tried again.", .integer(0...20), to: "2", Spanned(2)),
    .defaulted(
      "deadline",
      "How long it may take.",
      to: "1h",
      Spanned(TimeSpan(seconds: 3600))
    ),
    make: MigrationStep.init
  )
}

extension ScalarFormat {
  fileprivate static let objectPrefix = ScalarFormat("a prefix such as acme/media/", types: [.string]) {
    text in
    if !text.hasSuffix("/") { return "does not end with '/'" }
    let parts = text.dropLast().split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains(where: { ["", ".", ".."].contains($0) }) {
      return "has an empty part, '.' or '..' in it"
    }
    return text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? nil : "has spaces or control characters"
  }
}
