import Diagnostics
import SpaiGen
import Specification
import TestSupport
import Testing
import YAMLSyntax

/// What tenants keep: that no two of them can reach the same, and that nothing else is open to anybody.
@Suite struct DataTests {
  // MARK: Two tenants

  /// What two tenants declare, and what of it both would reach; nil where they keep apart.
  struct Pair: CustomTestStringConvertible, Sendable {
    let names: (String, String)
    let data: (String, String)
    let shared: String?

    init(_ data: String, _ other: String, shared: String?, names: (String, String) = ("acme", "other")) {
      self.names = names
      self.data = (data, other)
      self.shared = shared
    }

    var testDescription: String { "\(names.0) \(data.0) and \(names.1) \(data.1)" }
  }

  static let pairs = [
    Pair("databases: {main: {}}", "databases: {main: {}}", shared: nil),
    Pair("databases: {main: {name: a}}", "databases: {main: {name: b}}", shared: nil),
    Pair("databases: {main: {name: a}}", "databases: {main: {name: a}}", shared: "'a' on 'db.example.com'"),
    // A role is the server's: even a schema and a database may not share a name.
    Pair(
      "databases: {main: {isolation: schema, name: a}}",
      "databases: {main: {isolation: database, name: a}}",
      shared: "'a' on 'db.example.com'"
    ),
    Pair("databases: {main: {}}", "databases: {x: {name: acme_prod_main}}", shared: "'acme_prod_main'"),
    // Two entries of the Platform for one server are one server.
    Pair(
      "databases: {main: {server: shared, name: a}}",
      "databases: {main: {server: alias, name: a}}",
      shared: "'a' on 'db.example.com'"
    ),
    Pair(
      "databases: {main: {server: shared, name: a}}",
      "databases: {main: {server: second, name: a}}",
      shared: nil
    ),
    // Different tenants whose derived names are the same.
    Pair(
      "databases: {c: {}}",
      "databases: {prod-c: {}}",
      shared: "'a_prod_prod_c'",
      names: ("a-prod", "a")
    ),
    // Clusters of their own have names of their own.
    Pair(
      "cluster: {cpu: 1, memory: 1Gi, storage: 1Gi}, databases: {main: {isolation: cluster, name: a}}",
      "cluster: {cpu: 1, memory: 1Gi, storage: 1Gi}, databases: {main: {isolation: cluster, name: a}}",
      shared: nil
    ),
    Pair("storage: {media: {}}", "storage: {media: {}}", shared: nil),
    Pair("storage: {media: {prefix: x/}}", "storage: {media: {prefix: x/}}", shared: "prefix 'x/'"),
    Pair("storage: {media: {prefix: x/}}", "storage: {media: {prefix: x/y/}}", shared: "prefix 'x/y/'"),
    Pair("storage: {media: {prefix: x/y/}}", "storage: {media: {prefix: x/}}", shared: "prefix 'x/y/'"),
    Pair("storage: {media: {prefix: x/}}", "storage: {media: {prefix: xy/}}", shared: nil),
    Pair(
      "storage: {media: {}}",
      "storage: {media: {prefix: acme/}}",
      shared: "prefix 'acme/production/media/'"
    ),
    Pair(
      "storage: {media: {encryptionKey: k}}",
      "storage: {media: {encryptionKey: k}}",
      shared: "encryption key 'k'"
    ),
    // Backups are data as well.
    Pair(
      "cluster: {cpu: 1, memory: 1Gi, storage: 1Gi, backup: {}}, databases: {main: {isolation: cluster}}",
      "storage: {media: {prefix: acme/production/}}",
      shared: "prefix 'acme/production/postgres/'"
    ),
  ]

  @Test(arguments: pairs) func twoTenantsNeverReachTheSame(pair: Pair) async throws {
    let disk = try disk(tenants: [
      pair.names.0: "data: {\(pair.data.0)}", pair.names.1: "data: {\(pair.data.1)}",
    ])
    if (pair.data.0 + pair.data.1).contains("server:") {
      disk.edit("templates/platform.yaml", "  bootstrap:", further + "  bootstrap:")
    }
    let (findings, sources, outcome) = try await build(disk)
    let errors = findings.filter { $0.severity == .error }
    guard let shared = pair.shared else {
      #expect(errors.isEmpty, "\(errors)")
      return
    }
    let error = try #require(errors.first)
    #expect(errors.count == 1 && error.code.id == "SPAI1377", "\(errors)")
    #expect(error.message.contains(shared), "\(error.message)")
    // It names both lines, and neither of the two is written.
    let places = ([error.primary] + error.related).compactMap { $0.map { sources[$0.span.source].path } }
    #expect(Set(places) == ["tenants/\(pair.names.0).yaml", "tenants/\(pair.names.1).yaml"])
    #expect(outcome?.units.contains { !$0.isFailed && $0.id.tenant != nil } == false)
    #expect(!disk.files.keys.contains { $0.hasPrefix("out/production/\(pair.names.0)/") })
    #expect(!disk.files.keys.contains { $0.hasPrefix("out/production/\(pair.names.1)/") })
  }

  @Test func twoEnvironmentsOfOneTenantNeverReachTheSame() async throws {
    let disk = try disk(tenants: ["acme": "data: {databases: {main: {name: legacy}}}"])
    disk.append("templates/levels.yaml", "---\n" + staging)
    disk.edit("tenants/acme.yaml", "production: {}", "production: {}, staging: {}")
    let (findings, _, _) = try await build(disk)
    #expect(findings.filter { $0.severity == .error }.map(\.code.id) == ["SPAI1377"])
    disk.edit(
      "tenants/acme.yaml",
      "staging: {}",
      "staging: {data: {databases: {main: {name: legacy_staging}}}}"
    )
    #expect(try await build(disk).findings.filter { $0.severity == .error }.isEmpty)
  }

  /// Whatever tenants, environments and databases are called: their passwords are at places of their own.
  @Test func randomNamesGiveSecretsOfTheirOwn() async throws {
    var random = SplitMix64(seed: seed)
    func name() -> String {
      let length = Int(random.next() % 3) + 1
      return (0..<length).map { _ in ["a", "b", "prod", "data"][Int(random.next() % 4)] }.joined(
        separator: "-"
      )
    }
    for _ in 0..<20 {
      var tenants: [String: String] = [:]
      for _ in 0..<4 { tenants[name()] = "data: {databases: {\(name()): {}, \(name())-x: {}}}" }
      let disk = try disk(tenants: tenants)
      let (findings, _, _) = try await build(disk)
      let errors = findings.filter { $0.severity == .error }
      // Names that come out the same are told, and only that.
      #expect(errors.allSatisfy { ["SPAI1377", "SPAI1003"].contains($0.code.id) }, "seed \(seed): \(errors)")
      let secrets = disk.objects.filter {
        $0.text(["kind"]) == "ExternalSecret" && $0.text(["metadata", "namespace"]) != "databases"
      }
      var owners: [String: String] = [:]
      for secret in secrets {
        let tenant = secret.text(["metadata", "labels", "spai.dev/tenant"])
        for item in secret.node(at: ["spec", "data"])?.sequence ?? [] {
          let place = item.text(["remoteRef", "key"])
          #expect(place.hasPrefix("\(tenant)/production/"), "seed \(seed): \(place) of \(tenant)")
          #expect(owners[place, default: tenant] == tenant, "seed \(seed): \(place)")
          owners[place] = tenant
        }
      }
    }
  }

  @Test(arguments: ["acme/production/data/main", "acme/anything", "acme"])
  func aTenantNeverNamesASecretOfAnother(key: String) async throws {
    let service = "services: {api: {secrets: {x: {key: \(key), env: {X: password}}}}}"
    let foreign = try disk(tenants: ["acme": "data: {databases: {main: {}}}", "other": service])
    #expect(try await build(foreign).findings.filter { $0.severity == .error }.map(\.code.id) == ["SPAI1378"])
    let own = try disk(tenants: ["acme": service])
    #expect(try await build(own).findings.filter { $0.severity == .error }.isEmpty)
  }

  // MARK: Network

  /// Only who uses data has a way to it, and only to that.
  @Test func onlyWhatIsUsedIsOpen() async throws {
    let disk = try disk(tenants: [
      "acme": """
      data:
        cluster: {cpu: 1, memory: 1Gi, storage: 1Gi}
        databases: {own: {isolation: cluster}, main: {}}
        storage: {media: {}}
      services:
        one: {template: api, data: {databases: [own]}}
        two: {template: api, data: {databases: [main]}}
        three: {template: api, data: {storage: [media]}}
        four: {template: api}
      """
    ])
    let (findings, _, _) = try await build(disk)
    #expect(findings.filter { $0.severity == .error }.isEmpty, "\(findings)")
    let policies = disk.objects.filter { $0.text(["kind"]) == "NetworkPolicy" }
    func egress(_ name: String) -> [String] {
      let policy = policies.first { $0.text(["metadata", "name"]) == name }
      return (policy?.node(at: ["spec", "egress"])?.sequence ?? []).flatMap { rule in
        (rule.node(at: ["to"])?.sequence ?? []).map { peer in
          peer.text(["ipBlock", "cidr"]) + peer.text(["podSelector", "matchLabels", "cnpg.io/cluster"])
        }
      }
    }
    #expect(egress("one") == ["tenant-data"])
    #expect(egress("two") == ["10.9.0.0/24"])
    #expect(egress("three") == ["203.0.113.0/28"])
    #expect(egress("four").isEmpty)
    let own = try #require(policies.first { $0.text(["metadata", "name"]) == "tenant-data" })
    let callers = (own.node(at: ["spec", "ingress"])?.sequence ?? []).flatMap {
      $0.node(at: ["from"])?.sequence ?? []
    }
    let names = callers.map { $0.text(["podSelector", "matchLabels", "app.kubernetes.io/name"]) }
    #expect(names.filter { !$0.isEmpty } == ["one"])
    #expect(callers.count == 4, "the service, the operator, the cluster itself and Prometheus")
  }

  /// The administrator's password is where no tenant is.
  @Test func noTenantSeesTheAdministrator() async throws {
    let disk = try disk(tenants: [
      "acme": "data: {databases: {main: {}}}\nservices: {api: {data: {databases: [main]}}}"
    ])
    _ = try await build(disk)
    let holders = disk.files.filter { String(decoding: $0.value, as: UTF8.self).contains("db-admin") }.keys
      .filter { $0.hasPrefix("out/") }
    #expect(holders.count == 1)
    #expect(
      holders.allSatisfy { $0.hasPrefix("out/production/_cluster/databases/job.batch-acme-prod-main-") }
    )
  }

  // MARK: Migrations

  @Test func aChangedMigrationIsANewJob() async throws {
    let disk = try disk(tenants: ["acme": migrating("v1")], platform: argoCD)
    let before = try await migrationJobs(disk)
    #expect(
      before.map { $0.split(separator: "-").dropLast().joined(separator: "-") } == [
        "api-contract", "api-expand",
      ]
    )
    let same = try await migrationJobs(disk)
    #expect(same == before)
    disk.edit("tenants/acme.yaml", "expand, v1", "expand, v2")
    let after = try await migrationJobs(disk)
    #expect(after[0] == before[0] && after[1] != before[1])
  }

  /// What adds comes before the new version and what removes after it; what either needs comes before both.
  @Test func wavesKeepMigrationsInOrder() async throws {
    let disk = try disk(tenants: ["acme": migrating("v1")], platform: argoCD)
    let (findings, _, _) = try await build(disk)
    #expect(findings.filter { $0.severity == .error }.isEmpty, "\(findings)")
    func wave(_ document: Node) -> Int {
      Int(document.text(["metadata", "annotations", "argocd.argoproj.io/sync-wave"])) ?? 0
    }
    let own = disk.objects.filter { $0.text(["metadata", "namespace"]) == "acme-prod" }
    let api = own.filter { $0.text(["metadata", "labels", "app.kubernetes.io/name"]) == "api" }
    let workloads = api.filter {
      ["Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler"].contains($0.text(["kind"]))
    }
    let jobs = own.filter { $0.text(["kind"]) == "Job" }.sorted { wave($0) < wave($1) }
    let needed = own.filter {
      ["ExternalSecret", "SecretStore", "ServiceAccount", "NetworkPolicy"].contains($0.text(["kind"]))
    }
    #expect(jobs.count == 2 && workloads.count == 4 && needed.count > 5)
    let (expand, contract) = (wave(jobs[0]), wave(jobs[1]))
    #expect(needed.allSatisfy { wave($0) < expand })
    #expect(workloads.allSatisfy { expand < wave($0) && wave($0) < contract })
    // No Service sends it requests.
    for job in jobs {
      #expect(
        job.text(["spec", "template", "metadata", "labels", "app.kubernetes.io/name"]) == "api-migration"
      )
    }
  }

  // MARK: Guards

  @Test(arguments: [
    (
      "databases: {main: {isolation: cluster}, more: {isolation: cluster}}",
      "databases: {main: {isolation: cluster}}"
    ),
    ("databases: {main: {isolation: cluster}}", "databases: {main: {isolation: schema}}"),
  ])
  func dataIsNotDeletedInPassing(before: String, after: String) async throws {
    let size = "cluster: {cpu: 1, memory: 1Gi, storage: 1Gi}"
    let disk = try disk(tenants: ["acme": "data: {\(size), \(before)}"])
    _ = try await build(disk)
    let kept = disk.files.filter { $0.key.hasPrefix("out/production/acme/") }
    disk.edit("tenants/acme.yaml", before, after)
    let (findings, _, _) = try await build(disk)
    #expect(findings.filter { $0.severity == .error }.map(\.code.id) == ["SPAI1504"], "\(findings)")
    #expect(disk.files.filter { $0.key.hasPrefix("out/production/acme/") } == kept)
    let (allowed, _, _) = try await build(disk) { $0.apply.allowDelete = ["production/acme"] }
    #expect(allowed.filter { $0.severity == .error }.isEmpty)
  }

  // MARK: Specs

  private func migrating(_ version: String) -> String {
    """
    data: {databases: {main: {}}}
    services:
      api:
        data: {databases: [main]}
        migrations:
          expand: {command: [expand, \(version)]}
          contract: {command: [contract]}
    """
  }

  private let argoCD = "delivery: {argoCD: {repository: \"https://git.example.com/tenants.git\"}}\n"

  private let staging = """
    apiVersion: spai/v1
    kind: Environment
    metadata: {name: staging}
    short: staging

    """

  /// A platform with servers, a bucket and CloudNativePG, and some tenants.
  private func disk(tenants: [String: String], platform further: String = "") throws -> MemoryDisk {
    let disk = try Golden.base()
    disk.remove("tenants/acme.yaml")
    disk.edit(
      "templates/platform.yaml",
      "capabilities:\n",
      "capabilities:\n  cloudNativePG: postgresql.cnpg.io/v1\n  externalSecrets: external-secrets.io/v1\n"
    )
    disk.append("templates/platform.yaml", further + platform)
    disk.edit(
      "templates/levels.yaml",
      "locked: [security.user]",
      "isolation: [schema, database, cluster]\nlocked: [security.user]"
    )
    for (name, data) in tenants {
      disk.write(
        """
        apiVersion: spai/v1
        kind: Tenant
        metadata: {name: \(name)}
        tier: basic
        owner: {team: team, contact: team@example.com}
        environments: {production: {}}
        secretStore: vault
        \(data)
        """,
        to: "tenants/\(name).yaml"
      )
    }
    return disk
  }

  private let platform = """
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

  private let further = """
        alias: {host: db.example.com, cidrs: [10.9.0.0/24], database: tenants, admin: db-admin}
        second: {host: second.example.com, cidrs: [10.9.1.0/24], database: tenants, admin: second-admin}

    """

  private func migrationJobs(_ disk: MemoryDisk) async throws -> [String] {
    _ = try await build(disk)
    let jobs = disk.objects.filter {
      $0.text(["kind"]) == "Job" && $0.text(["metadata", "namespace"]) == "acme-prod"
    }
    return jobs.map { $0.text(["metadata", "name"]) }.sorted()
  }
}

extension Node {
  fileprivate func text(_ path: [String]) -> String { node(at: path)?.scalar?.text ?? "" }
}

extension MemoryDisk {
  fileprivate func append(_ path: String, _ more: String) {
    write(String(decoding: files[path] ?? [], as: UTF8.self) + more, to: path)
  }
}
