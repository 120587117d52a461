internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// A tenant's own PostgreSQL: nobody is superuser from outside, and nobody connects without TLS.
  static let postgresCluster = ResourceRenderer("Cluster") { unit in
    guard let cluster = unit.data.cluster else { return [] }
    let object = KubernetesObject(
      cluster.version.value.rawValue,
      "Cluster",
      name: UnitCluster.name,
      namespace: unit.namespace.value,
      labels: Mapping(unit.clusterLabels),
      owner: cluster.origin,
      renderer: "Cluster",
      body: ["spec": spec(cluster, unit)]
    )
    return [object.withVersion(at: cluster.version.origin)]
  }
}

extension TenantUnit {
  /// The labels of the cluster, which its pods have as well.
  fileprivate var clusterLabels: [(String, Node)] {
    labels + [
      ("app.kubernetes.io/component", "database"), ("app.kubernetes.io/instance", Node(tenant.name)),
      ("app.kubernetes.io/name", Node(UnitCluster.name)),
    ]
  }
}

private func spec(_ cluster: UnitCluster, _ unit: TenantUnit) -> Node {
  let size = cluster.size
  let amounts: Node = [
    "cpu": Node(size.cpu), "memory": Node(size.memory),
    "ephemeral-storage": Node(UnitCluster.scratch.canonical),
  ]
  let classes = unit.platform.catalogue.storageClasses
  let storageClass =
    size.storageClass.flatMap { asked in
      classes[asked.value].map { Node($0.name.value, origin: asked.origin) }
    } ?? classes.items.first { $0.value.isDefault.value }.map { Node($0.value.name) }
  return [
    "imageName": Node(cluster.image),
    "imagePullSecrets": cluster.pullSecret.map { [["name": Node($0)]] },
    "instances": Node(size.instances),
    "inheritedMetadata": ["labels": sorted(unit.clusterLabels + unit.labelsBesideMesh)],
    "enableSuperuserAccess": false,
    "enablePDB": true,
    "primaryUpdateStrategy": "unsupervised",
    "primaryUpdateMethod": "switchover",
    "postgresql": [
      // One replica has what a client was told is safe.
      "synchronous": size.instances.value > 2
        ? ["method": "any", "number": 1, "dataDurability": "preferred"] : nil,
      "pg_hba": ["hostnossl all all all reject"],
      "parameters": ["ssl_min_protocol_version": "TLSv1.3", "password_encryption": "scram-sha-256"],
    ],
    "storage": [
      "size": Node(size.storage), "storageClass": storageClass, "resizeInUseVolumes": true,
    ],
    "resources": ["requests": amounts, "limits": amounts],
    "seccompProfile": ["type": "RuntimeDefault"],
    "affinity": [
      "enablePodAntiAffinity": true, "topologyKey": "kubernetes.io/hostname",
      "podAntiAffinityType": "preferred",
    ],
    "topologySpreadConstraints": unit.platform.zones.count > 1 && size.instances.value > 1
      ? [
        [
          "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "DoNotSchedule",
          "labelSelector": ["matchLabels": ["cnpg.io/cluster": Node(UnitCluster.name)]],
        ]
      ] : nil,
    "backup": cluster.backup.map { backup(settings: $0.settings, store: $0.store, prefix: $0.prefix) },
  ]
}

private func backup(settings: PostgresBackup, store: ObjectStore, prefix: String) -> Node {
  func secret(_ key: String) -> Node { ["name": Node(backupSecretName), "key": Node(key)] }
  let files: Node = ["compression": "gzip", "encryption": store.encryption.map { Node($0) }]
  return [
    "retentionPolicy": Node("\(settings.retention.value)d", origin: settings.retention.origin),
    "target": "prefer-standby",
    "barmanObjectStore": [
      "destinationPath": Node("s3://\(store.bucket.value)/\(prefix)", origin: store.bucket.origin),
      "endpointURL": store.endpoint.map { Node($0) },
      "s3Credentials": [
        "accessKeyId": secret("access-key-id"), "secretAccessKey": secret("secret-access-key"),
      ],
      "data": files,
      "wal": files,
    ],
  ]
}
