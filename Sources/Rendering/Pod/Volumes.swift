internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// Our own volumes beside those of the spec; the prefix keeps them apart.
private let configVolume = "spai-config"
private let sharedMemoryVolume = "spai-shared-memory"

extension Workload {
  func secretName(_ secret: String) -> String { "\(name)-\(secret)" }
  func claimName(_ volume: String) -> String { "\(claimOwner)-\(volume)" }
}

func mounts(_ workload: Workload, in unit: TenantUnit) -> [Node] {
  let container = workload.container
  var mounts = container.volumes.items.map { item -> Node in
    [
      "name": Node(item.name, origin: item.origin), "mountPath": Node(item.value.mount),
      "readOnly": item.value.readOnly.map { Node($0) },
    ]
  }
  if let config = container.config {
    mounts.append(["name": Node(configVolume), "mountPath": Node(config.mount), "readOnly": true])
  }
  for secret in container.secrets.items {
    guard let mount = secret.value.mount, !secret.value.files.isEmpty else { continue }
    mounts.append([
      "name": Node("spai-secret-\(secret.name)"), "mountPath": Node(mount), "readOnly": true,
    ])
  }
  if workload.gpu?.gpuClass.sharedMemory != nil {
    mounts.append(["name": Node(sharedMemoryVolume), "mountPath": "/dev/shm"])
  }
  return mounts + dataMounts(workload, in: unit)
}

/// The volumes of the pod; those of a StatefulSet's claims come from its templates instead.
func volumes(_ workload: Workload, stateful: Bool, in unit: TenantUnit) -> Node? {
  let container = workload.container
  var volumes: [Node] = []
  for item in container.volumes.items {
    let name = Node(item.name, origin: item.origin)
    if item.value.claim != nil {
      if !stateful {
        volumes.append([
          "name": name, "persistentVolumeClaim": ["claimName": Node(workload.claimName(item.name))],
        ])
      }
    } else {
      let inMemory = item.value.memory?.value == true
      volumes.append([
        "name": name,
        "emptyDir": [
          "medium": inMemory ? "Memory" : nil, "sizeLimit": item.value.size.map { Node($0) },
        ],
      ])
    }
  }
  if container.config != nil {
    volumes.append(["name": Node(configVolume), "configMap": ["name": Node(workload.configMapName)]])
  }
  for secret in container.secrets.items where secret.value.mount != nil && !secret.value.files.isEmpty {
    volumes.append([
      "name": Node("spai-secret-\(secret.name)"),
      "secret": [
        "secretName": Node(workload.secretName(secret.name), origin: secret.origin),
        "items": .list(
          secret.value.files.items.map { file in
            ["key": Node(file.value), "path": Node(file.name, origin: file.origin)]
          }
        ),
      ],
    ])
  }
  if let size = workload.gpu?.gpuClass.sharedMemory {
    volumes.append([
      "name": Node(sharedMemoryVolume), "emptyDir": ["medium": "Memory", "sizeLimit": Node(size)],
    ])
  }
  return .list(volumes + dataVolumes(workload, in: unit))
}

/// What a claim asks for, alone or as a template of a StatefulSet.
func claimSpec(_ claim: VolumeClaim, stateful: Bool, in unit: TenantUnit) -> Node {
  let classes = unit.platform.catalogue.storageClasses
  let storageClass =
    claim.storageClass.flatMap { asked in
      classes[asked.value].map { Node($0.name.value, origin: asked.origin) }
    } ?? classes.items.first { $0.value.isDefault.value }.map { Node($0.value.name) }
  return [
    "accessModes": [
      claim.access.map { Node($0) } ?? Node(stateful ? "ReadWriteOncePod" : "ReadWriteMany")
    ],
    "storageClassName": storageClass,
    "resources": ["requests": ["storage": Node(claim.size)]],
  ]
}
