internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// By what an agent of the node knows how to read a pod's logs: OpenTelemetry's with the operator, Fluent Bit without.
func logAnnotations(_ workload: Workload, in unit: TenantUnit) -> [(String, Node)] {
  guard unit.platform.observability.logging != nil, let asked = workload.pod.logging else { return [] }
  let isRead = unit.logging(of: workload) != nil
  let flag = Node(isRead ? "true" : "false", origin: asked.enabled.origin)
  guard unit.platform.capabilities.openTelemetryOperator == nil else {
    return [("\(discovery)/enabled", flag)]
      + (isRead ? [("\(discovery)/config", reading(workload, asked, in: unit))] : [])
  }
  if !isRead { return [("fluentbit.io/exclude", Node("true", origin: asked.enabled.origin))] }
  return asked.format.value == .json
    ? [("fluentbit.io/parser", Node("json", origin: asked.format.origin))] : []
}

/// The annotations that the receiver creator of OpenTelemetry's collector looks for.
private let discovery = "io.opentelemetry.discovery.logs"

/// The settings of the file log receiver for one workload.
///
/// A line of a workload with personal fields is dropped where nobody can tell its fields apart.
private func reading(_ workload: Workload, _ asked: WorkloadLogging, in unit: TenantUnit) -> Node {
  let personal = workload.pod.personalFields
  var operators: [Node] = [["id": "container-parser", "type": "container"]]
  if asked.format.value == .json {
    operators.append([
      "type": "json_parser", "parse_from": "body", "parse_to": "body",
      "on_error": Node(personal.isEmpty ? "send_quiet" : "drop"),
    ])
  }
  operators += personal.map {
    ["type": "remove", "field": Node("body.\($0.value)"), "on_error": "send_quiet"]
  }
  let attributes =
    [
      ("data_stream.dataset", Node(unit.logDataset)), ("data_stream.namespace", Node(unit.namespace.value)),
      ("service.name", Node(workload.name)),
    ] + unit.traceAttributes
  operators += attributes.map { name, value in
    ["type": "add", "field": Node("resource[\"\(name)\"]"), "value": value]
  }
  return document(
    ["start_at": "beginning", "storage": "file_storage", "operators": .list(operators)],
    origin: personal.first?.origin ?? asked.format.origin
  )
}

extension TenantUnit {
  /// The data set of the tenant's logs, by which the store knows how long they are kept.
  var logDataset: String { Rendering.logDataset(days: logRetention?.value.days ?? 1) }

  /// The annotation of the tenant's namespace that says how long its logs are kept.
  var retentionAnnotations: [(String, Node)] {
    logRetention.map { [("\(ownPrefix)/log-retention", Node("\($0.value.days)d", origin: $0.origin))] } ?? []
  }
}

/// A data set for each time that logs are kept.
func logDataset(days: Int) -> String { "spai.\(days)d" }

/// A document as the text of one value.
func document(_ root: Node, origin: Origin = .none) -> Node {
  Node(String(decoding: printYAML(root).bytes, as: UTF8.self), origin: origin)
}
