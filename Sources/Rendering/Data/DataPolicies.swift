internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The label by which CloudNativePG marks the pods of a cluster.
private let clusterLabel = "cnpg.io/cluster"

private func clusterPods(_ origin: Origin = .none) -> Node {
  ["podSelector": ["matchLabels": [clusterLabel: Node(UnitCluster.name, origin: origin)]]]
}

/// The ways from a workload to the data that it uses, and to no other.
func dataEgress(_ workload: Workload, _ unit: TenantUnit) -> [Node] {
  func edge(_ uses: [Spanned<String>], _ name: String) -> Origin {
    Origin(span: uses.first { $0.value == name }?.origin.span, derivation: .networkEdge)
  }
  let databases = unit.databases(of: workload).compactMap { database -> Node? in
    let origin = edge(workload.pod.data.databases, database.name)
    return switch database.place {
    case .server(_, let server): dataRule(to: server.cidrs, Node(server.port.value, origin: origin), unit)
    case .cluster: ["to": [clusterPods(origin)], "ports": [tcp(Node(5432, origin: origin))]]
    }
  }
  let stores = unit.storage(of: workload).compactMap { part in
    dataRule(to: part.store.cidrs, Node(443, origin: edge(workload.pod.data.storage, part.name)), unit)
  }
  return (databases + stores).withoutRepeats
}

/// Why each way to data is open, for reviewers.
func dataPurposes(_ workload: Workload, _ unit: TenantUnit) -> [(String, Node)] {
  unit.databases(of: workload).compactMap { database -> (String, Node)? in
    guard case .server(let name, _) = database.place else { return nil }
    return (
      "external.\(ownPrefix)/database-\(database.name)",
      Node(
        "PostgreSQL server '\(name.value)', \(database.isolation.value.rawValue) of the tenant.",
        origin: name.origin
      )
    )
  }
    + unit.storage(of: workload).map { part in
      (
        "external.\(ownPrefix)/storage-\(part.name)",
        Node("Bucket '\(part.store.bucket.value)', prefix of the tenant.", origin: part.origin)
      )
    }
}

/// The tenant's own cluster is reached by the workloads that use it, by its operator and by Prometheus.
func clusterPolicy(_ unit: TenantUnit) -> [KubernetesObject] {
  guard let cluster = unit.data.cluster else { return [] }
  let users = unit.workloads.filter {
    unit.databases(of: $0).contains(where: \.isInCluster)
  }
  let operators = peer(cluster.common.operators)
  let callers: [Node] =
    users.isEmpty
    ? []
    : [
      [
        "from": .list(users.map { ["podSelector": ["matchLabels": unit.selectorNode(of: $0)]] }),
        "ports": [tcp(5432)],
      ]
    ]
  let ingress: [Node] =
    callers + [
      ["from": [operators], "ports": [tcp(5432), tcp(8000)]],
      ["from": [clusterPods()], "ports": [tcp(5432), tcp(8000)]],
      ["from": [peer(unit.platform.network.monitoring)], "ports": [tcp(9187)]],
    ]
  var egress: [Node] = [["to": [clusterPods()], "ports": [tcp(5432), tcp(8000)]]]
  if !cluster.common.apiServer.isEmpty {
    egress.append([
      "to": .list(
        cluster.common.apiServer.map { ["ipBlock": ["cidr": Node($0.value.description, origin: $0.origin)]] }
      ),
      "ports": [tcp(Node(cluster.common.apiPort))],
    ])
  }
  if let backup = cluster.backup, let rule = dataRule(to: backup.store.cidrs, 443, unit) {
    egress.append(rule)
  }
  let purposes: [(String, Node)] = [
    ("external.\(ownPrefix)/api-server", "Each instance reports to the API server."),
    ("external.\(ownPrefix)/backup", "Backups go to object storage."),
  ]
  return [
    KubernetesObject(
      "networking.k8s.io/v1",
      "NetworkPolicy",
      named: UnitCluster.name,
      in: unit,
      annotations: cluster.backup == nil ? [purposes[0]] : purposes,
      [
        "spec": [
          "podSelector": ["matchLabels": [clusterLabel: Node(UnitCluster.name)]],
          "ingress": .list(ingress),
          "egress": .list(egress),
          "policyTypes": ["Ingress", "Egress"],
        ]
      ]
    )
  ]
}

private func tcp(_ port: Node) -> Node { ["protocol": "TCP", "port": port] }

func dataRule(to cidrs: [Spanned<CIDR>], _ port: Node, _ unit: TenantUnit) -> Node? {
  cidrs.isEmpty ? nil : ["to": .list(cidrs.map { block($0, unit) }), "ports": [tcp(port)]]
}

extension [Node] {
  /// Two databases on one server are one way.
  var withoutRepeats: [Node] {
    var seen: Set<String> = []
    return filter { seen.insert(contentSuffix(of: $0)).inserted }
  }
}
