package import Validation

/// An object that sets the number of replicas of another: a HorizontalPodAutoscaler or a ScaledObject.
package struct Autoscaler: Sendable {
  package let object: APIObject
  package let target: ScaleTarget
  /// The least number of replicas, as it is written.
  package let least: Field
  package let most: Field
  package let leastCount: Int
  package let mostCount: Int

  package init?(_ object: APIObject) {
    self.object = object
    switch object.kind {
    case "HorizontalPodAutoscaler":
      least = object.spec["minReplicas"]
      most = object.spec["maxReplicas"]
      leastCount = least.count ?? 1
      mostCount = most.count ?? leastCount
    case "ScaledObject":
      least = object.spec["minReplicaCount"]
      most = object.spec["maxReplicaCount"]
      leastCount = least.count ?? 0
      mostCount = most.count ?? 100
    default:
      return nil
    }
    guard let target = ScaleTarget(object.spec["scaleTargetRef"], of: object) else { return nil }
    self.target = target
  }
}

/// The workload that an autoscaler names.
package struct ScaleTarget: Hashable, Sendable {
  package let kind: String
  package let name: String
  package let namespace: String?

  /// - Parameters:
  ///   - reference: `scaleTargetRef` or `targetRef`; without a kind it means a Deployment.
  ///   - object: The object that has it.
  package init?(_ reference: Field, of object: APIObject) {
    guard let name = reference["name"].written else { return nil }
    self.init(kind: reference["kind"].written ?? "Deployment", name: name, namespace: object.namespace)
  }

  package init(kind: String, name: String, namespace: String?) {
    self.kind = kind
    self.name = name
    self.namespace = namespace
  }
}

/// A metric by which an autoscaler reads a resource of pods.
package struct ResourceMetric: Sendable {
  package let field: Field
  /// For instance `cpu`.
  package let resource: String
  /// Nil where it is about all containers.
  package let container: String?
  package let containerField: Field
  /// Whether it is measured as a share of the request.
  package let isShare: Bool
}

extension Autoscaler {
  /// The metrics that are about a resource of the pods themselves.
  package var metrics: [ResourceMetric] {
    let written = object.spec["metrics"].items.compactMap { metric -> ResourceMetric? in
      let source =
        metric["type"].text == "ContainerResource" ? metric["containerResource"] : metric["resource"]
      guard let name = source["name"].written else { return nil }
      return ResourceMetric(
        field: source,
        resource: name,
        container: source["container"].written,
        containerField: source["container"],
        isShare: source["target"]["type"].text == "Utilization"
      )
    }
    return written + triggers + firstVersion
  }

  /// What `autoscaling/v1` has instead of metrics.
  private var firstVersion: [ResourceMetric] {
    let field = object.spec["targetCPUUtilizationPercentage"]
    guard field.isPresent else { return [] }
    return [
      ResourceMetric(field: field, resource: "cpu", container: nil, containerField: field, isShare: true)
    ]
  }

  /// The triggers of a ScaledObject that read cpu or memory.
  private var triggers: [ResourceMetric] {
    object.spec["triggers"].items.compactMap { trigger in
      guard let type = trigger["type"].text, ["cpu", "memory"].contains(type) else { return nil }
      let metadata = trigger["metadata"]
      return ResourceMetric(
        field: trigger["type"],
        resource: type,
        container: metadata["containerName"].written,
        containerField: metadata["containerName"],
        isShare: (trigger["metricType"].text ?? metadata["type"].text ?? "Utilization") == "Utilization"
      )
    }
  }
}

extension LintContext {
  /// Whether a workload that an autoscaler names is nowhere.
  ///
  /// Kinds that nobody here knows are elsewhere, and so is all that a namespace without any workload names, and what
  /// the platform provides.
  package func misses(_ target: ScaleTarget) -> Bool {
    guard Workload.kinds.contains(target.kind),
      Workload.kinds.contains(where: { !objects.ofKind($0, in: target.namespace).isEmpty })
    else { return false }
    return objects.object(target.kind, named: target.name, in: target.namespace) == nil
      && settings.provided[target.kind]?.contains(target.name) != true
  }
}
