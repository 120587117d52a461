internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The tenant's own door to the store: its namespace's identity, and nobody else's.
  static let secretStore = ResourceRenderer("SecretStore") { unit in
    guard unit.synchronizesSecrets, let version = unit.platform.capabilities.externalSecrets,
      let name = unit.tenant.facts.secretStore, let store = unit.platform.catalogue.secretStores[name.value]
    else { return [] }
    return [
      KubernetesObject(
        version.value.rawValue,
        "SecretStore",
        named: secretStoreName,
        in: unit,
        ["spec": ["provider": provider(store, unit)]]
      )
    ]
  }
}

let secretStoreName = "tenant-secrets"

extension TenantUnit {
  /// Whether any workload of the unit takes secrets from the tenant's store.
  var synchronizesSecrets: Bool {
    platform.capabilities.externalSecrets != nil
      && (workloads.contains { !$0.container.secrets.isEmpty } || !alertSecrets.isEmpty
        || !data.databases.isEmpty || !data.storage.isEmpty)
  }
}

private func provider(_ store: SecretStoreProvider, _ unit: TenantUnit) -> Node {
  let account: Node = ["name": Node(secretStoreName)]
  return [
    "vault": store.vault.map { vault in
      [
        "server": Node(vault.server),
        "path": Node(vault.path),
        "version": "v2",
        "auth": [
          "kubernetes": [
            "mountPath": Node(vault.mount),
            "role": Node(
              "\(unit.tenant.name)-\(unit.environment.short.value)",
              origin: unit.tenant.header.origin
            ),
            "serviceAccountRef": account,
          ]
        ],
      ]
    },
    "aws": store.aws.map { aws in
      [
        "service": "SecretsManager", "region": Node(aws.region),
        "auth": ["jwt": ["serviceAccountRef": account]],
      ]
    },
  ]
}
