package import Kubernetes

/// What only some ways of running a job need.
package struct JobModes: SpecObject {
  package let source: EventSource?
  package let scale: JobScale?
  package let probes: Probes?
  package let distributed: Distributed?
  package let checkpoints: Spanned<String>?

  package static let shape = Shape(
    "job modes",
    "What only some ways of running a job need.",
    .optional("source", "Where the work of a stream or event job comes from."),
    .optional("scale", "How many pods of a stream, or runs of an event job, there may be."),
    .optional("probes", "How the kubelet learns whether a stream works."),
    .optional("distributed", "Pods of one run that work together and find each other by name."),
    .optional("checkpoints", "The volume that keeps the work of a pod that is taken away.", .name),
    make: JobModes.init
  )
}

/// Where events come from, and how many are one pod's work.
package struct EventSource: SpecObject {
  package let kafka: KafkaSource?
  package let rabbitmq: QueueSource?
  package let prometheus: PrometheusSource?
  package let authentication: Keyed<SecretProperty>

  package static let shape = Shape(
    "event source",
    "Where events come from: one of kafka, rabbitmq and prometheus.",
    .optional("kafka", "A topic of Apache Kafka."),
    .optional("rabbitmq", "A queue of RabbitMQ."),
    .optional("prometheus", "The result of a query."),
    .map("authentication", "Parameters of the scaler that are secret, by its own names.", keys: .text),
    make: EventSource.init
  )
}

package struct KafkaSource: SpecObject {
  package let brokers: [Spanned<String>]
  package let topic: Spanned<String>
  package let consumerGroup: Spanned<String>?
  package let lag: Spanned<Int>

  package static let shape = Shape(
    "kafka",
    "A topic of Apache Kafka.",
    .list("brokers", "Host and port of each bootstrap server."),
    .required("topic", "The topic."),
    .optional("consumerGroup", "The consumer group; '<tenant>.<environment>.<job>' when absent."),
    .required("lag", "Messages behind that are one pod's work.", .integer(1...10_000_000)),
    make: KafkaSource.init
  )
}

package struct QueueSource: SpecObject {
  package let queue: Spanned<String>
  package let length: Spanned<Int>

  package static let shape = Shape(
    "rabbitmq",
    "A queue of RabbitMQ; its address is the parameter 'host' of the authentication.",
    .required("queue", "The queue."),
    .required("length", "Messages that are one pod's work.", .integer(1...10_000_000)),
    make: QueueSource.init
  )
}

package struct PrometheusSource: SpecObject {
  package let server: Spanned<String>
  package let query: Spanned<String>
  package let threshold: Spanned<Int>

  package static let shape = Shape(
    "prometheus",
    "The result of a query.",
    .required("server", "The URL of the server."),
    .required("query", "A query with one number as its result."),
    .required("threshold", "The number that is one pod's work.", .integer(1...1_000_000_000)),
    make: PrometheusSource.init
  )
}

/// One property of a secret of the workload.
package struct SecretProperty: SpecObject {
  package let secret: Spanned<String>
  package let property: Spanned<String>

  package static let shape = Shape(
    "secret property",
    "One property of a secret of the workload.",
    .required("secret", "One of the workload's 'secrets', by name.", .name),
    .required("property", "A property that its 'env' or 'files' use."),
    make: SecretProperty.init
  )
}

/// How many pods the lag may call for.
package struct JobScale: SpecObject {
  package let minimum: Spanned<Int>
  package let maximum: Spanned<Int>
  package let polling: Spanned<TimeSpan>
  package let cooldown: Spanned<TimeSpan>

  package static let shape = Shape(
    "job scale",
    "How many pods of a stream, or runs of an event job, there may be.",
    .defaulted(
      "minimum",
      "The least; 0 stops a stream without work.",
      .integer(0...1000),
      to: "1",
      Spanned(1)
    ),
    .required("maximum", "The most.", .integer(1...1000)),
    .defaulted(
      "polling",
      "The time between two looks at the source.",
      to: "30s",
      Spanned(TimeSpan(seconds: 30))
    ),
    .defaulted(
      "cooldown",
      "How long there must be no work before the last pods stop.",
      to: "5m",
      Spanned(TimeSpan(seconds: 300))
    ),
    make: JobScale.init
  )
}

/// A run of several pods that start together and find each other by name.
package struct Distributed: SpecObject {
  package let workers: Spanned<Int>
  package let port: Spanned<Int>

  package static let shape = Shape(
    "distributed run",
    "Pods of one run that work together; each is told MASTER_ADDR, MASTER_PORT and WORLD_SIZE, and its own index by "
      + "JOB_COMPLETION_INDEX.",
    .required("workers", "How many pods.", .integer(2...1000)),
    .defaulted("port", "The port of the first worker.", .portNumber, to: "29500", Spanned(29500)),
    make: Distributed.init
  )
}
