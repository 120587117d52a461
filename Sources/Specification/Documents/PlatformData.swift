package import Kubernetes
internal import YAMLSyntax

/// Where tenants' data may be kept: shared servers, clusters of their own, and object storage.
package struct PlatformData: SpecObject {
  package let servers: Keyed<DataServer>
  package let bootstrap: DataBootstrap?
  package let clusters: DataClusters?
  package let objectStores: Keyed<ObjectStore>

  package static let none = PlatformData(
    servers: Keyed([]),
    bootstrap: nil,
    clusters: nil,
    objectStores: Keyed([])
  )

  package static let shape = Shape(
    "platform data",
    "Where tenants' data may be kept.",
    .map(
      "servers",
      "PostgreSQL servers that tenants share, each in a schema or database of its own.",
      keys: .name
    ),
    .optional("bootstrap", "Who makes schemas, databases and roles on the servers."),
    .optional("clusters", "What PostgreSQL clusters of single tenants have in common."),
    .map("objectStores", "Buckets that tenants share, each below a prefix of its own.", keys: .name),
    make: PlatformData.init
  )
}

/// A PostgreSQL server outside the cluster that tenants share.
package struct DataServer: SpecObject {
  package let host: Spanned<String>
  package let port: Spanned<Int>
  package let cidrs: [Spanned<CIDR>]
  package let database: Spanned<String>
  package let admin: Spanned<String>

  package static let shape = Shape(
    "data server",
    "A PostgreSQL server that tenants share; its certificate is one that the roots of images trust.",
    .required("host", "Its host name, as in its certificate.", .domain),
    .defaulted("port", "Its port.", .portNumber, to: "5432", Spanned(5432)),
    .list("cidrs", "Its addresses.", .cidr),
    .required("database", "The database that holds the schemas of tenants.", .sqlName),
    .required(
      "admin",
      "The Secret, in the namespace of 'bootstrap', of a role that may make roles and databases.",
      .name
    ),
    make: DataServer.init
  )
}

/// Who makes schemas, databases and roles on the servers: Jobs in a namespace that no tenant is in.
package struct DataBootstrap: SpecObject {
  package let namespace: Spanned<String>
  package let secretStore: Spanned<String>
  package let image: Image
  package let user: Spanned<Int>

  package static let shape = Shape(
    "data bootstrap",
    "Who makes schemas, databases and roles: Jobs in a namespace of the platform, where its secrets are.",
    .required("namespace", "A namespace of the platform, which no tenant is in.", .name),
    .required("secretStore", "A SecretStore there that reads the tenants' passwords.", .name),
    .required("image", "An image with psql 14 or later."),
    .defaulted("user", "The user that it runs as.", .integer(1...65_535), to: "10001", Spanned(10_001)),
    make: DataBootstrap.init
  )
}

/// What PostgreSQL clusters of single tenants have in common.
package struct DataClusters: SpecObject {
  package let image: Image
  package let operators: PodPeer
  package let apiServer: [Spanned<CIDR>]
  package let apiPort: Spanned<Int>

  package static let shape = Shape(
    "data clusters",
    "What PostgreSQL clusters of single tenants have in common.",
    .required("image", "The PostgreSQL image of CloudNativePG; one with Barman, where there are backups."),
    .required("operator", "The pods of the operator."),
    .list("apiServer", "The addresses of the API server, which each instance talks to.", .cidr),
    .defaulted("apiPort", "The port of the API server.", .portNumber, to: "443", Spanned(443)),
    make: DataClusters.init
  )
}

/// A bucket that tenants share.
package struct ObjectStore: SpecObject {
  package let bucket: Spanned<String>
  package let region: Spanned<String>
  package let endpoint: Spanned<String>?
  package let cidrs: [Spanned<CIDR>]
  package let encryption: Spanned<StoreEncryption>?

  package static let shape = Shape(
    "object store",
    "A bucket that speaks S3, and that tenants share by prefix.",
    .required("bucket", "The bucket.", .domain),
    .required("region", "Its region.", .labelValue),
    .optional("endpoint", "The URL of the service; that of the region when absent.", .httpURL),
    .list("cidrs", "The addresses of the service, reached on port 443.", .cidr),
    .optional(
      "encryption",
      "How backups ask the bucket to encrypt; as the bucket does by itself when absent."
    ),
    make: ObjectStore.init
  )
}

package enum StoreEncryption: String, SpecEnumeration {
  case aes256 = "AES256"
  case kms = "aws:kms"
}

extension ScalarFormat {
  /// A name that PostgreSQL takes without quotes.
  package static let sqlName = ScalarFormat("a name such as acme_prod_main", types: [.string]) { text in
    sqlNameProblem(text)
  }
}

/// PostgreSQL cuts names after 63 bytes; ours are shorter, because Jobs are called after them.
private func sqlNameProblem(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  guard let first = bytes.first, ("a"..."z").contains(Unicode.Scalar(first)) else {
    return "does not start with a letter from a to z"
  }
  if !bytes.allSatisfy({
    ("a"..."z").contains(Unicode.Scalar($0)) || ("0"..."9").contains(Unicode.Scalar($0))
      || $0 == UInt8(ascii: "_")
  }) {
    return "has characters other than a-z, 0-9 and '_'"
  }
  if bytes.last == UInt8(ascii: "_") { return "ends with '_'" }
  if ["information_schema", "postgres", "public", "template0", "template1"].contains(text) {
    return "is PostgreSQL's own"
  }
  if text.hasPrefix("pg_") { return "starts with 'pg_', which is PostgreSQL's own" }
  return bytes.count > longestSQLName ? "is longer than \(longestSQLName) characters" : nil
}

/// As for workloads: what Kubernetes adds to the name of a Job fits behind it.
package let longestSQLName = 46
