import Diagnostics
import SpaiGen
import Testing
import YAMLSyntax

/// What tenants keep, and that no two of them can reach the same.
@Suite struct DataTests {
  /// A platform with a server, a bucket and CloudNativePG, and two tenants that keep nothing yet.
  private static func disk(_ acme: String, _ other: String = "") throws -> MemoryDisk {
    let disk = try Golden.base()
    disk.edit("templates/platform.yaml", "capabilities:\n", "capabilities:\n  cloudNativePG: postgresql.cnpg.io/v1\n")
    disk.append("templates/platform.yaml", platform)
    disk.edit("templates/tiers.yaml", "locked: [security.user]", "isolation: [schema, database, cluster]\nlocked: [security.user]")
    disk.edit("tenants/acme.yaml", "services:\n", "\(acme)services:\n")
    disk.write(tenant("other", other), to: "tenants/other.yaml")
    return disk
  }

  private static let platform = """
    data:
      servers:
        shared: {host: db.example.com, cidrs: [10.9.0.0/24], database: tenants, admin: db-admin}
      bootstrap:
        namespace: databases
        secretStore: platform
        image: {registry: main, name: postgres, tag: "18.1"}
      clusters:
        image: {registry: main, name: postgresql, tag: "18.1"}
        operator: {namespace: cnpg-system}
        apiServer: [10.8.0.1/32]
      objectStores:
        media: {bucket: media, region: eu-north-1, cidrs: [203.0.113.0/28]}

    """

  private static func tenant(_ name: String, _ data: String) -> String {
    """
    apiVersion: spai/v1
    kind: Tenant
    metadata: {name: \(name)}
    tier: basic
    owner: {team: \(name), contact: \(name)@example.com}
    environments: {production: {}}
    secretStore: vault
    \(data)
    """
  }
}
