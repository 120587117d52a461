internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What a workload's program has to know to send its spans; nothing where the operator tells it.
func traceVariables(_ workload: Workload, in unit: TenantUnit) -> [(String, Node)] {
  guard unit.platform.capabilities.openTelemetryOperator == nil, let tracing = unit.tracing(of: workload)
  else { return [] }
  let attributes =
    unit.traceAttributes.map { ($0.0, $0.1.scalar?.text ?? "") } + [
      ("service.version", workload.version.value)
    ]
  let text = attributes.sorted { $0.0 < $1.0 }.map { "\($0.0)=\($0.1)" }.joined(separator: ",")
  return [
    ("OTEL_EXPORTER_OTLP_ENDPOINT", tracing.collector.endpointNode),
    ("OTEL_SERVICE_NAME", Node(workload.name, origin: workload.origin)),
    ("OTEL_RESOURCE_ATTRIBUTES", Node(text, origin: workload.version.origin)),
    ("OTEL_TRACES_SAMPLER", Node(sampler)),
    ("OTEL_TRACES_SAMPLER_ARG", unit.sampledShare),
  ] + onlySpans
}

/// By what the operator knows which pods it makes ready to send spans, and how they are called.
func traceAnnotations(_ workload: Workload, in unit: TenantUnit) -> [(String, Node)] {
  guard unit.platform.capabilities.openTelemetryOperator != nil, unit.tracing(of: workload) != nil
  else { return [] }
  let language = workload.pod.tracing?.language
  return [
    (
      "instrumentation.opentelemetry.io/inject-\(language?.value.rawValue ?? "sdk")",
      Node(instrumentationName, origin: language?.origin ?? .none)
    ),
    ("resource.opentelemetry.io/service.name", Node(workload.name, origin: workload.origin)),
    ("resource.opentelemetry.io/service.version", Node(workload.version)),
  ]
}

/// The tenant's own Instrumentation has the name of whatever there is once for each tenant.
let instrumentationName = "tenant"

/// A request that somebody else has decided about stays decided.
let sampler = "parentbased_traceidratio"

/// Metrics are scraped and logs are read from the node: an agent must not send them a second time.
let onlySpans: [(String, Node)] = [
  ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
  ("OTEL_LOGS_EXPORTER", "none"),
  ("OTEL_METRICS_EXPORTER", "none"),
]

extension TenantUnit {
  /// Whose spans they are.
  var traceAttributes: [(String, Node)] {
    [
      ("deployment.environment.name", Node(environment.name, origin: environment.header.origin)),
      ("service.namespace", Node(tenant.name, origin: tenant.header.origin)),
      ("tenant", Node(tenant.name, origin: tenant.header.origin)),
      ("tier", Node(tier.header.name, origin: tenant.tier.origin)),
    ]
  }

  /// The share of requests that is traced, of one.
  var sampledShare: Node { Node(tier.sampling.value.fraction, origin: tier.sampling.origin) }
}

extension TraceCollector {
  var endpointNode: Node { Node(endpoint, origin: service.origin) }
}
