internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// What is recorded and told of each workload, and of the namespace as a whole; without the operator, a rule file in
  /// a labelled ConfigMap.
  static let prometheusRule = ResourceRenderer("PrometheusRule") { unit in
    let services = unit.services.compactMap { rules($0.workload, ruleGroups(of: $0, in: unit), unit) }
    let jobs = unit.jobs.compactMap { rules($0.workload, ruleGroups(of: $0, in: unit), unit) }
    let groups = ruleGroups(of: unit)
    guard !services.isEmpty || !jobs.isEmpty else { return [] }
    guard let version = unit.platform.capabilities.prometheusOperator else {
      let file = KubernetesObject(
        "v1",
        "ConfigMap",
        named: "tenant-rules",
        in: unit,
        ["data": ruleFile(groups)]
      )
      return [file.labelled(unit.choosesRuleFiles)] + services + jobs
    }
    let own = KubernetesObject(
      version.value.rawValue,
      "PrometheusRule",
      named: "tenant",
      in: unit,
      ["spec": ["groups": .list(groups)]]
    )
    return [own.labelled(unit.chosenByPrometheus).withVersion(at: version.origin)] + services + jobs
  }
}

private func rules(_ workload: Workload, _ groups: [Node], _ unit: TenantUnit) -> KubernetesObject? {
  guard let groups = Node.list(groups) else { return nil }
  guard let version = unit.platform.capabilities.prometheusOperator else {
    return KubernetesObject(
      "v1",
      "ConfigMap",
      named: "\(workload.name)-rules",
      of: workload,
      in: unit,
      labels: unit.choosesRuleFiles,
      ["data": ruleFile(groups.sequence ?? [])]
    )
  }
  return KubernetesObject(
    version.value.rawValue,
    "PrometheusRule",
    of: workload,
    in: unit,
    labels: unit.chosenByPrometheus,
    ["spec": ["groups": groups]]
  ).withVersion(at: version.origin)
}

private func ruleFile(_ groups: [Node]) -> Node {
  ["rules.yaml": document(["groups": .list(groups)])]
}

extension TenantUnit {
  /// The label by which a sidecar of Prometheus finds rule files, as one of Grafana finds dashboards.
  fileprivate var choosesRuleFiles: [(String, Node)] {
    [("prometheus_rule", Node("1"))] + chosenByPrometheus
  }
}

extension KubernetesObject {
  /// The object with further labels.
  func labelled(_ labels: [(String, Node)]) -> KubernetesObject {
    var object = self
    guard case .mapping(var root) = root.content,
      let metadata = root.entries.firstIndex(where: { $0.key == "metadata" }),
      case .mapping(var fields) = root.entries[metadata].value.content,
      let index = fields.entries.firstIndex(where: { $0.key == "labels" })
    else { return self }
    let all = (fields.entries[index].value.mapping?.entries ?? []).map { ($0.key, $0.value) } + labels
    fields.entries[index].value = sorted(all) ?? fields.entries[index].value
    root.entries[metadata].value.content = .mapping(fields)
    object.root.content = .mapping(root)
    return object
  }
}
