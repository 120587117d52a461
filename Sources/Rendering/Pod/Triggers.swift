internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension Workload {
  /// The TriggerAuthentication of the workload.
  var triggerAuthenticationName: String { "\(name)-trigger" }
}

extension TenantUnit {
  /// The group by which a stream's consumers share a topic; tenant and environment keep groups apart on a shared
  /// broker.
  func consumerGroup(of workload: Workload, _ kafka: KafkaSource) -> Node {
    kafka.consumerGroup.map { Node($0) }
      ?? Node("\(tenant.name).\(environment.name).\(workload.name)", origin: workload.origin)
  }
}

/// The one trigger of a ScaledObject or ScaledJob.
func triggers(_ job: Specification.Job, _ source: EventSource, in unit: TenantUnit) -> Node {
  let reference: Node? =
    source.authentication.isEmpty ? nil : ["name": Node(job.workload.triggerAuthenticationName)]
  func trigger(_ type: String, _ metadata: Node) -> Node {
    [["type": Node(type), "metadata": metadata, "authenticationRef": reference]]
  }
  func text(_ number: Spanned<Int>) -> Node { Node(String(number.value), origin: number.origin) }
  if let kafka = source.kafka {
    return trigger(
      "kafka",
      [
        "bootstrapServers": Node(
          kafka.brokers.map(\.value).joined(separator: ","),
          origin: kafka.brokers.first?.origin ?? .none
        ),
        "consumerGroup": unit.consumerGroup(of: job.workload, kafka),
        "topic": Node(kafka.topic),
        "lagThreshold": text(kafka.lag),
      ]
    )
  }
  if let queue = source.rabbitmq {
    return trigger(
      "rabbitmq",
      ["queueName": Node(queue.queue), "mode": "QueueLength", "value": text(queue.length)]
    )
  }
  return trigger(
    "prometheus",
    [
      "serverAddress": source.prometheus.map { Node($0.server) },
      "query": source.prometheus.map { Node($0.query) },
      "threshold": source.prometheus.map { text($0.threshold) },
    ]
  )
}
