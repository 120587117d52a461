package import Validation

/// A workload with a number of replicas, and all that decides how many of its pods run at a time.
package struct Workload: Sendable {
  package let object: APIObject
  package let pod: Pod
  package let autoscalers: [Autoscaler]
  /// The PodDisruptionBudgets that select its pods.
  package let budgets: [APIObject]

  package static let kinds: Set<String> = [
    "Deployment", "ReplicaSet", "ReplicationController", "Rollout", "StatefulSet",
  ]

  /// The workloads among some pods, in their order.
  static func all(_ pods: [Pod], among objects: [APIObject]) -> [Workload] {
    let autoscalers = Dictionary(grouping: objects.compactMap(Autoscaler.init), by: \.target)
    let budgets = Dictionary(grouping: objects.filter { $0.kind == "PodDisruptionBudget" }, by: \.namespace)
    return pods.filter { kinds.contains($0.owner.kind) }.map { pod in
      let owner = pod.owner, labels = pod.labels
      let target = ScaleTarget(kind: owner.kind, name: owner.name, namespace: owner.namespace)
      return Workload(
        object: owner,
        pod: pod,
        autoscalers: autoscalers[target] ?? [],
        budgets: (budgets[owner.namespace] ?? []).filter {
          $0.spec["selector"].isPresent && $0.spec["selector"].selects(labels)
        }
      )
    }
  }

  package var replicas: Field { object.spec["replicas"] }

  /// The least number of replicas while it runs at all.
  package var fewest: Int {
    guard let autoscaler = autoscalers.first else { return replicas.count ?? 1 }
    return max(1, autoscaler.leastCount)
  }

  package var most: Int {
    guard let autoscaler = autoscalers.first else { return replicas.count ?? 1 }
    return max(autoscaler.mostCount, fewest)
  }

  /// Whether it serves as one of several equals: a set of pods that is replaced as one has a controller of its own.
  package var isSpreadable: Bool { ["Deployment", "Rollout", "StatefulSet"].contains(object.kind) }

  /// How many pods a rollout adds to this many.
  package func surge(at count: Int) -> Int {
    let strategy = object.spec["strategy"]
    switch object.kind {
    case "Deployment":
      guard strategy["type"].text != "Recreate" else { return 0 }
      return surge(strategy["rollingUpdate"]["maxSurge"], at: count)
    case "Rollout":
      return strategy["blueGreen"].isPresent ? count : surge(strategy["canary"]["maxSurge"], at: count)
    default:
      return 0
    }
  }

  private func surge(_ field: Field, at count: Int) -> Int {
    field.share(of: count, roundingUp: true) ?? (count + 3) / 4
  }
}

extension ObjectSet {
  /// The PodDisruptionBudgets with the workloads of which each selects the pods.
  func selectedBudgets() -> [(budget: APIObject, workloads: [Workload])] {
    let workloads = Dictionary(grouping: workloads, by: \.object.namespace)
    return ofKind("PodDisruptionBudget").map { budget in
      let selector = budget.spec["selector"]
      guard selector.isPresent else { return (budget, []) }
      return (budget, (workloads[budget.namespace] ?? []).filter { selector.selects($0.pod.labels) })
    }
  }

  /// Whether a Service sends requests to a pod.
  package func isServed(_ pod: Pod) -> Bool {
    let labels = pod.labels
    return ofKind("Service", in: pod.owner.namespace).contains { $0.spec["selector"].selectsPlainly(labels) }
  }
}
