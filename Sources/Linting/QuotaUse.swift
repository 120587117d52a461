package import Kubernetes
package import Validation

/// What the workloads of a namespace take of one amount of its ResourceQuota.
package struct QuotaUse: Sendable {
  package let quota: APIObject
  /// The amount in `spec.hard`.
  package let hard: Field
  package let granted: Quantity
  /// What each workload takes for one pod.
  package let shares: [(workload: Workload, perPod: Quantity)]

  /// What all take at their least replicas.
  package var steady: Quantity {
    shares.reduce(.zero) { $0 + $1.perPod * $1.workload.fewest }
  }
}

extension ObjectSet {
  /// The use of every amount that pods count against; quotas with a scope count only some pods, and are left out.
  func countedQuotaUses() -> [QuotaUse] {
    let workloads = Dictionary(grouping: onlyOnce(workloads), by: \.object.namespace)
    return ofKind("ResourceQuota").filter { !$0.isScoped }.flatMap { quota in
      quota.spec["hard"].entries.compactMap { entry in
        guard let granted = entry.value.quantity, let amount = QuotaAmount(entry.key) else { return nil }
        let shares = (workloads[quota.namespace] ?? []).map { workload in
          (workload: workload, perPod: amount.perPod(workload.pod, in: self))
        }
        return QuotaUse(quota: quota, hard: entry.value, granted: granted, shares: shares)
      }
    }
  }
}

/// The workloads without those that another folder has again for another cluster.
private func onlyOnce(_ workloads: [Workload]) -> [Workload] {
  var seen: Set<ScaleTarget> = []
  return workloads.filter { workload in
    let object = workload.object
    return seen.insert(ScaleTarget(kind: object.kind, name: object.name, namespace: object.namespace))
      .inserted
  }
}

extension APIObject {
  /// Whether a ResourceQuota is about some pods only.
  package var isScoped: Bool { !spec["scopes"].isEmpty || !spec["scopeSelector"].isEmpty }
}

/// What a key of `spec.hard` counts of pods.
package enum QuotaAmount: Sendable {
  case pods
  case resource(Bound, String)

  /// - Parameter key: For instance `pods`, `cpu` or `limits.memory`; nil for what pods do not count against.
  package init?(_ key: String) {
    let bare = ["cpu", "memory", "ephemeral-storage"]
    if key == "pods" || key == "count/pods" {
      self = .pods
    } else if bare.contains(key) {
      self = .resource(.requests, key)
    } else if key.hasPrefix("requests."), key != "requests.storage" {
      self = .resource(.requests, String(key.dropFirst(9)))
    } else if key.hasPrefix("limits.") {
      self = .resource(.limits, String(key.dropFirst(7)))
    } else {
      return nil
    }
  }

  func perPod(_ pod: Pod, in objects: ObjectSet) -> Quantity {
    switch self {
    case .pods: Quantity(1)
    case .resource(let bound, let resource): pod.total(bound, resource, in: objects)
    }
  }
}
