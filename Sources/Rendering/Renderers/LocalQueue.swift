internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// Where the jobs of the tenant's namespace wait.
  static let localQueue = ResourceRenderer("LocalQueue") { unit in
    guard let version = unit.platform.capabilities.kueue else { return [] }
    return [
      KubernetesObject(
        version.value.rawValue,
        "LocalQueue",
        named: localQueueName,
        in: unit,
        ["spec": ["clusterQueue": Node(unit.namespace)]]
      ).withVersion(at: version.origin)
    ]
  }
}
