internal import Validation

extension Pod {
  /// Whether it keeps the data of others, by the word for its part in the application or by its image.
  package var isDataStore: Bool {
    let component = template["metadata"]["labels"]["app.kubernetes.io/component"].text ?? ""
    return ["cache", "data-store", "database", "datastore", "queue"].contains(component)
      || runs(dataStoreImages)
  }

  /// Whether an image of its own containers is one of some, by the last part of its name.
  func runs(_ names: Set<String>) -> Bool {
    containers.contains { container in
      guard !container.isSetup, let image = ImageReference(container["image"]) else { return false }
      return names.contains(String(image.baseName))
    }
  }
}

private let dataStoreImages: Set<String> = [
  "cassandra", "clickhouse-server", "cockroach", "couchdb", "elasticsearch", "etcd", "influxdb", "kafka",
  "keydb", "mariadb", "memcached", "minio", "mongo", "mongodb", "mysql", "neo4j", "opensearch", "postgres",
  "postgresql", "rabbitmq", "redis", "scylla", "valkey",
]

/// The collectors that read the logs of all pods of a node.
let logCollectorImages: Set<String> = [
  "alloy", "filebeat", "fluent-bit", "fluentd", "grafana-agent", "logging-agent", "opentelemetry-collector",
  "opentelemetry-collector-contrib", "promtail", "vector", "vlagent",
]

/// The agents that watch what processes do, or look for malware.
let runtimeAgentImages: Set<String> = [
  "clamav", "defender", "ds-agent", "enforcer", "falco", "falco-no-driver", "falcon-sensor", "kubearmor",
  "sysdig-agent", "tetragon", "tracee", "wazuh-agent",
]
