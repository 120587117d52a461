internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// The files of a workload.
  ///
  /// Their digest stands on the pods, so that a change of them rolls the pods.
  static let configMap = ResourceRenderer("ConfigMap") { unit in
    unit.workloads.compactMap { workload in
      guard let config = workload.container.config else { return nil }
      let data = config.files.items.map { ($0.name, Node($0.value)) }.sorted { $0.0 < $1.0 }
      return KubernetesObject(
        "v1",
        "ConfigMap",
        named: workload.configMapName,
        of: workload,
        in: unit,
        ["data": .map(data)]
      )
    }
  }
}

extension Workload {
  var configMapName: String { "\(name)-config" }
}
