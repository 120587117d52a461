internal import Diagnostics
internal import Kubernetes

/// What a tenant's data adds to the sums that its quota must cover.
extension TenantUnit {
  /// What its own cluster needs of one kind of thing; nothing of most kinds.
  func clusterTerms(_ what: String) -> [Term] {
    guard let cluster = data.cluster else { return [] }
    func term(_ count: Int, _ size: Quantity, _ origin: Origin) -> [Term] {
      [Term(workload: UnitCluster.name, origin: origin, count: count, size: size)]
    }
    let size = cluster.size
    let instances = size.instances.value
    return switch what {
    case "cpu": term(instances, size.cpu.value, size.cpu.origin)
    case "memory": term(instances, size.memory.value, size.memory.origin)
    case "ephemeral storage": term(instances, UnitCluster.scratch, cluster.origin)
    case "pods": term(instances, Quantity(1), cluster.origin)
    case "storage": term(instances, size.storage.value, size.storage.origin)
    // For the primary, for replicas, and for any.
    case "Services": term(3, Quantity(1), cluster.origin)
    default: []
    }
  }

  /// The passwords; and of a cluster the certificates of its authority, its server and its replicas, and the password
  /// of the first role.
  var dataSecretTerms: [Term] {
    let names = data.databases.map { ($0.name, $0.origin) } + data.storage.map { ($0.name, $0.origin) }
    let passwords = names.map { Term(workload: $0.0, origin: $0.1, count: 1, size: Quantity(1)) }
    guard let cluster = data.cluster else { return passwords }
    let own = Term(
      workload: UnitCluster.name,
      origin: cluster.origin,
      count: cluster.backup == nil ? 4 : 5,
      size: Quantity(1)
    )
    return passwords + [own]
  }

  var migrationTerms: [Term] {
    data.migrations.map {
      Term(workload: $0.workload.name, origin: $0.workload.origin, count: $0.steps.count, size: Quantity(1))
    }
  }
}
