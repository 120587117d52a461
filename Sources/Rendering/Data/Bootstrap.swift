internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What makes the schemas, databases and roles of a unit on the servers of the platform.
///
/// It is in a namespace of the platform, because it acts as an administrator: no tenant may read its secrets, and no
/// patch reaches it.
func bootstrapObjects(of unit: TenantUnit) -> [KubernetesObject] {
  guard let bootstrap = unit.data.bootstrap else { return [] }
  let databases = unit.data.databases.compactMap { database -> (UnitDatabase, Spanned<String>, DataServer)? in
    if case .server(let name, let server) = database.place { (database, name, server) } else { nil }
  }
  guard let first = databases.first?.0 else { return [] }
  let scope = BootstrapScope(unit: unit, bootstrap: bootstrap)
  return [
    scope.object("v1", "ServiceAccount", scope.name, first.origin, ["automountServiceAccountToken": false]),
    scope.object("v1", "ConfigMap", scope.name, first.origin, ["data": [scriptName: Node(bootstrapScript)]]),
    scope.object(
      "networking.k8s.io/v1",
      "NetworkPolicy",
      scope.name,
      first.origin,
      annotations: databases.map { database, _, _ in
        ("external.\(ownPrefix)/database-\(database.name)", Node("Makes the tenant's database."))
      },
      ["spec": scope.policy(to: databases.map(\.2))]
    ),
  ] + databases.flatMap { scope.objects(of: $0, on: $1.value, $2) }
}

private let scriptName = "bootstrap.sql"

private struct BootstrapScope {
  let unit: TenantUnit
  let bootstrap: UnitBootstrap

  /// The namespace of the unit is nobody else's name.
  var name: String { unit.namespace.value }

  private var labels: [(String, Node)] {
    unit.labels + [
      ("app.kubernetes.io/instance", Node(name)), ("app.kubernetes.io/name", "data-bootstrap"),
    ]
  }

  func object(
    _ apiVersion: String,
    _ kind: String,
    _ name: String,
    _ owner: Origin,
    annotations: [(String, Node)] = [],
    _ body: Node
  ) -> KubernetesObject {
    KubernetesObject(
      apiVersion,
      kind,
      name: name,
      namespace: bootstrap.settings.namespace.value,
      labels: Mapping(labels),
      annotations: Mapping(annotations),
      owner: owner,
      renderer: kind,
      body: body
    )
  }

  /// To the servers, and to nothing else.
  func policy(to servers: [DataServer]) -> Node {
    [
      "podSelector": [
        "matchLabels": ["app.kubernetes.io/instance": Node(name), "app.kubernetes.io/name": "data-bootstrap"]
      ],
      "egress": .list(
        ([dnsRule(unit.platform)] + servers.compactMap { dataRule(to: $0.cidrs, Node($0.port), unit) })
          .withoutRepeats
      ),
      "policyTypes": ["Ingress", "Egress"],
    ]
  }

  /// The Job of one database, and the password that it gives to the role.
  ///
  /// The Job is named by its content, the script's as well, so that a changed one is a new one that runs.
  func objects(of database: UnitDatabase, on name: String, _ server: DataServer) -> [KubernetesObject] {
    let role = database.role.value.replacing("_", with: "-")
    let password = "\(name)-\(role)"
    let job: Node = [
      "backoffLimit": 6,
      "activeDeadlineSeconds": 600,
      "podFailurePolicy": undisturbed,
      "template": [
        "metadata": [
          "labels": sorted(labels),
          "annotations": ["\(ownPrefix)/config-digest": Node(contentSuffix(of: Node(bootstrapScript)))],
        ],
        "spec": pod(of: database, on: server, password: password),
      ],
    ]
    let secret = unit.platform.capabilities.externalSecrets.map { version in
      object(
        version.value.rawValue,
        "ExternalSecret",
        password,
        database.origin,
        [
          "spec": [
            "refreshInterval": "1h0m0s",
            "refreshPolicy": "Periodic",
            "secretStoreRef": ["kind": "SecretStore", "name": Node(bootstrap.settings.secretStore)],
            "target": ["name": Node(password), "creationPolicy": "Owner", "deletionPolicy": "Retain"],
            "data": [
              [
                "secretKey": "password",
                "remoteRef": ["key": unit.secretKey(of: database), "property": "password"],
              ]
            ],
          ]
        ]
      ).withVersion(at: version.origin)
    }
    let made = object(
      "batch/v1",
      "Job",
      "\(role)-\(contentSuffix(of: job))",
      database.origin,
      ["spec": job]
    )
    return (secret.map { [$0] } ?? []) + [made]
  }

  private func pod(of database: UnitDatabase, on server: DataServer, password: String) -> Node {
    func secret(_ name: String, _ secret: Node, _ key: Node) -> Node {
      ["name": Node(name), "valueFrom": ["secretKeyRef": ["name": secret, "key": key]]]
    }
    func value(_ name: String, _ value: Node) -> Node { ["name": Node(name), "value": value] }
    let schema = database.isolation.value == .schema ? [value("SCHEMA_NAME", Node(database.schema))] : []
    let size: Node = ["cpu": "100m", "memory": "128Mi", "ephemeral-storage": "64Mi"]
    return [
      "serviceAccountName": Node(name),
      "automountServiceAccountToken": false,
      "enableServiceLinks": false,
      "restartPolicy": "Never",
      "imagePullSecrets": bootstrap.pullSecret.map { [["name": Node($0)]] },
      "securityContext": [
        "runAsNonRoot": true, "runAsUser": Node(bootstrap.settings.user),
        "runAsGroup": Node(bootstrap.settings.user),
        "seccompProfile": ["type": "RuntimeDefault"],
      ],
      "containers": [
        [
          "name": "psql",
          "image": Node(bootstrap.image),
          "command": ["psql", "--no-psqlrc", "--no-password", Node("--file=/sql/\(scriptName)")],
          "env": .list(
            [
              value("PGHOST", Node(server.host)),
              value("PGPORT", Node(String(server.port.value), origin: server.port.origin)),
              value("PGDATABASE", Node(server.database)), value("PGSSLMODE", "verify-full"),
              value("PGSSLROOTCERT", "system"), secret("PGUSER", Node(server.admin), "username"),
              secret("PGPASSWORD", Node(server.admin), "password"),
              value("ROLE_NAME", Node(database.role)), secret("ROLE_PASSWORD", Node(password), "password"),
              value(
                "ROLE_CONNECTIONS",
                Node(String(database.connections.value), origin: database.connections.origin)
              ),
              value("DATABASE_NAME", Node(database.database)),
            ] + schema
          ),
          "resources": ["requests": size, "limits": size],
          "volumeMounts": [["name": "sql", "mountPath": "/sql", "readOnly": true]],
          "securityContext": [
            "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true,
            "capabilities": ["drop": ["ALL"]],
          ],
        ]
      ],
      "volumes": [["name": "sql", "configMap": ["name": Node(name)]]],
    ]
  }
}
