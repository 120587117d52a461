package import Kubernetes
package import Validation

/// The ClusterQueue that admits a Job.
package struct BatchQueue: Sendable {
  package let object: APIObject

  private var flavors: [Field] {
    object.spec["resourceGroups"].items.flatMap { $0["flavors"].items }
  }

  /// The resources that it counts, each once.
  package var resources: [String] {
    var seen: Set<String> = []
    return flavors.flatMap { $0["resources"].items }.compactMap { $0["name"].written }
      .filter { seen.insert($0).inserted }
  }

  /// What it can ever give of a resource at most; nil where it may borrow without a limit.
  ///
  /// The pods of one Job have one flavor.
  package func mostOfOneFlavor(_ resource: String) -> Quantity? {
    var most = Quantity.zero
    for entry in flavors.flatMap({ $0["resources"].items }) where entry["name"].text == resource {
      guard let nominal = entry["nominalQuota"].quantity else { return nil }
      let limit = entry["borrowingLimit"].quantity
      if limit == nil, object.spec["cohort"].isPresent || object.spec["cohortName"].isPresent { return nil }
      most = max(most, nominal + (limit ?? .zero))
    }
    return most
  }
}

extension ObjectSet {
  /// The queue that the label of a Job leads to; nil where it is not among the objects.
  package func clusterQueue(of job: APIObject) -> BatchQueue? {
    let metadata = job.kind == "CronJob" ? job.spec["jobTemplate"]["metadata"] : job.metadata
    guard let name = metadata["labels"]["kueue.x-k8s.io/queue-name"].written,
      let local = object("LocalQueue", named: name, in: job.namespace),
      let shared = local.spec["clusterQueue"].written,
      let queue = object("ClusterQueue", named: shared, in: nil)
    else { return nil }
    return BatchQueue(object: queue)
  }
}
