internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// Where the certificate of the tenant's own cluster is mounted.
private let authorityMount = "/etc/spai/data"
private let authorityVolume = "spai-data"

/// The variables by which a workload finds its data: of fixed names, the passwords by reference.
func dataVariables(_ workload: Workload, in unit: TenantUnit) -> [(String, Node)] {
  unit.databases(of: workload).flatMap { database -> [(String, Node)] in
    let prefix = "DATABASE_\(database.name.shouted)_"
    let (host, port, authority): (Node, Node, Node) =
      switch database.place {
      case .server(_, let server):
        (Node(server.host), Node(String(server.port.value), origin: server.port.origin), "system")
      case .cluster:
        (Node("\(UnitCluster.name)-rw"), "5432", Node("\(authorityMount)/ca.crt"))
      }
    return [
      (prefix + "HOST", host), (prefix + "PORT", port), (prefix + "NAME", Node(database.database)),
      (prefix + "SCHEMA", Node(database.schema)), (prefix + "USER", Node(database.role)),
      (prefix + "PASSWORD", secret(database.secretName, "password")), (prefix + "SSLMODE", "verify-full"),
      (prefix + "SSLROOTCERT", authority),
    ]
  }
    + unit.storage(of: workload).flatMap { part -> [(String, Node)] in
      let prefix = "STORAGE_\(part.name.shouted)_"
      return [
        (prefix + "BUCKET", Node(part.store.bucket)), (prefix + "PREFIX", Node(part.prefix)),
        (prefix + "REGION", Node(part.store.region)),
        (prefix + "ACCESS_KEY_ID", secret(part.secretName, "access-key-id")),
        (prefix + "SECRET_ACCESS_KEY", secret(part.secretName, "secret-access-key")),
      ] + (part.store.endpoint.map { [(prefix + "ENDPOINT", Node($0))] } ?? [])
        + (part.encryptionKey.map { [(prefix + "ENCRYPTION_KEY_ID", Node($0))] } ?? [])
    }
}

private func secret(_ name: String, _ key: String) -> Node {
  ["secretKeyRef": ["name": Node(name), "key": Node(key)]]
}

extension String {
  /// As in the name of an environment variable.
  fileprivate var shouted: String { uppercased().replacing("-", with: "_") }
}

/// By the certificate, a workload knows that it talks to the tenant's own cluster.
func dataMounts(_ workload: Workload, in unit: TenantUnit) -> [Node] {
  guard unit.databases(of: workload).contains(where: \.isInCluster) else { return [] }
  return [["name": Node(authorityVolume), "mountPath": Node(authorityMount), "readOnly": true]]
}

func dataVolumes(_ workload: Workload, in unit: TenantUnit) -> [Node] {
  guard unit.databases(of: workload).contains(where: \.isInCluster) else { return [] }
  // The Secret holds the key of the authority as well, which is nobody's business.
  let authority: Node = [
    "secretName": Node("\(UnitCluster.name)-ca"), "items": [["key": "ca.crt", "path": "ca.crt"]],
  ]
  return [["name": Node(authorityVolume), "secret": authority]]
}

extension TenantUnit {
  /// Where the password of a database is in the tenant's store: below its own name, which no other tenant has.
  func secretKey(of database: UnitDatabase) -> Node {
    Node("\(tenant.name)/\(environment.name)/data/\(database.name)", origin: database.origin)
  }

  /// The Secrets of the unit's data, kept in step with the tenant's store.
  func dataSecrets(_ version: Spanned<ExternalSecretsVersion>) -> [KubernetesObject] {
    func object(_ name: String, _ origin: Origin, _ target: Node, key: Node, _ properties: [String])
      -> KubernetesObject
    {
      KubernetesObject(
        version.value.rawValue,
        "ExternalSecret",
        name: name,
        namespace: namespace.value,
        labels: Mapping(labels),
        owner: origin,
        renderer: "ExternalSecret",
        body: [
          "spec": [
            "refreshInterval": "1h0m0s",
            "refreshPolicy": "Periodic",
            "secretStoreRef": ["kind": "SecretStore", "name": Node(secretStoreName)],
            "target": target,
            "data": .list(
              properties.map { ["secretKey": Node($0), "remoteRef": ["key": key, "property": Node($0)]] }
            ),
          ]
        ]
      )
    }
    func plain(_ name: String) -> Node {
      ["name": Node(name), "creationPolicy": "Owner", "deletionPolicy": "Retain"]
    }
    let access = ["access-key-id", "secret-access-key"]
    let backup = data.cluster?.backup.map { _ in
      object(
        backupSecretName,
        data.cluster?.origin ?? origin,
        plain(backupSecretName),
        key: Node("\(tenant.name)/\(environment.name)/data-backup"),
        access
      )
    }
    return data.databases.map { database in
      object(
        database.secretName,
        database.origin,
        plain(database.secretName).adding([("template", roleSecret(database))]),
        key: secretKey(of: database),
        ["password"]
      )
    }
      + data.storage.map { part in
        object(
          part.secretName,
          part.origin,
          plain(part.secretName),
          key: Node("\(tenant.name)/\(environment.name)/storage/\(part.name)", origin: part.origin),
          access
        )
      } + (backup.map { [$0] } ?? [])
  }
}

let backupSecretName = "tenant-data-backup"

/// A password with the name of its role, in the form that CloudNativePG takes; it follows a change at once.
private func roleSecret(_ database: UnitDatabase) -> Node {
  [
    "type": "kubernetes.io/basic-auth",
    "metadata": ["labels": ["cnpg.io/reload": "true"]],
    "data": ["username": Node(database.role), "password": "{{ .password }}"],
  ]
}
