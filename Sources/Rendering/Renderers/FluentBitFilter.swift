internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// What Fluent Bit does with the tenant's log lines where no operator is told: takes out personal fields, and says
  /// where each line is kept.
  static let fluentBitFilter = ResourceRenderer("FluentBitFilter") { unit in
    let logged = unit.workloads.filter { unit.logging(of: $0) != nil }
    guard unit.platform.capabilities.openTelemetryOperator == nil, !logged.isEmpty else { return [] }
    let place: Node = [
      "name": "modify", "match": Node("kube.*_\(unit.namespace.value)_*"),
      "set": Node("log_index logs-\(unit.logDataset)-\(unit.namespace.value)"),
    ]
    let filters = logged.flatMap { redaction($0, in: unit) } + [place]
    return [
      KubernetesObject(
        "v1",
        "ConfigMap",
        named: "tenant-logs",
        in: unit,
        [
          "data": [
            "\(unit.namespace.value).yaml": document(["pipeline": ["filters": .list(filters)]])
          ]
        ]
      ).labelled([("fluentbit_config", Node("1"))])
    ]
  }
}

/// The filter that takes personal fields out of a workload's lines; a line that is no JSON is dropped.
private func redaction(_ workload: Workload, in unit: TenantUnit) -> [Node] {
  let fields = workload.pod.personalFields
  guard !fields.isEmpty else { return [] }
  let removals = fields.map { field in
    let names = field.value.split(separator: ".").map { "\"\($0)\"" }
    return "  remove(record, {\(names.joined(separator: ", "))})\n"
  }
  let code = """
    local function remove(record, path)
      for index = 1, #path - 1 do
        record = record[path[index]]
        if type(record) ~= "table" then return end
      end
      record[path[#path]] = nil
    end

    function redact(tag, timestamp, record)
      if record["log"] ~= nil then return -1, timestamp, record end
    \(removals.joined())  return 2, timestamp, record
    end

    """
  return [
    [
      "name": "lua",
      "match_regex": Node("^kube\\..*_\(unit.namespace.value)_\(workload.name)-[0-9a-f]+\\.log$"),
      "call": "redact", "code": Node(code),
    ]
  ]
}
