internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The collectors of spans and logs, the same in every environment, so that environments may share a cluster; and for
/// how long the store keeps the logs.
func collectorObjects(of platform: Platform) -> [KubernetesObject] {
  let logs = platform.observability.logging.map { logging in
    [retention(logging, of: platform)] + nodeAgent(logging, of: platform)
  }
  return [gateway(of: platform)].compactMap { $0 } + (logs ?? [])
}

/// What stands between programs and Jaeger: it has room for what Jaeger is too slow for, and knows where Jaeger is.
private func gateway(of platform: Platform) -> KubernetesObject? {
  guard let version = platform.capabilities.openTelemetryOperator,
    let tracing = platform.observability.tracing, let jaeger = tracing.jaeger
  else { return nil }
  let collector = tracing.collector
  let config: Node = [
    "receivers": ["otlp": ["protocols": ["http": ["endpoint": Node("0.0.0.0:\(collector.port.value)")]]]],
    "processors": ["memory_limiter": memoryLimits, "batch": [:]],
    "exporters": ["otlp/jaeger": ["endpoint": Node(jaeger)]],
    "service": [
      "pipelines": [
        "traces": [
          "receivers": ["otlp"], "processors": ["memory_limiter", "batch"], "exporters": ["otlp/jaeger"],
        ]
      ]
    ],
  ]
  return KubernetesObject(
    version.value.rawValue,
    "OpenTelemetryCollector",
    named: String(collector.service.value.dropLast(TraceCollector.suffix.utf8.count)),
    namespace: collector.peer.namespace.value,
    of: platform,
    owner: collector.service.origin,
    [
      "spec": [
        "mode": "deployment",
        "replicas": 2,
        "resources": size,
        "securityContext": restricted,
        "config": config,
      ]
    ]
  ).withVersion(at: version.origin)
}

private let size: Node = [
  "requests": ["cpu": "200m", "memory": "512Mi"], "limits": ["cpu": "1", "memory": "512Mi"],
]

private let memoryLimits: Node = [
  "check_interval": "1s", "limit_percentage": 75, "spike_limit_percentage": 15,
]

private let restricted: Node = [
  "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "runAsNonRoot": true,
  "capabilities": ["drop": ["ALL"]], "seccompProfile": ["type": "RuntimeDefault"],
]

/// What reads the logs of a node's pods as their annotations say, and needs to know of pods for that.
private func nodeAgent(_ logging: Logging, of platform: Platform) -> [KubernetesObject] {
  guard let version = platform.capabilities.openTelemetryOperator else { return [] }
  func object(
    _ apiVersion: String,
    _ kind: String,
    namespaced: Bool = false,
    _ body: Node
  ) -> KubernetesObject {
    KubernetesObject(
      apiVersion,
      kind,
      named: agentName,
      namespace: namespaced ? logging.namespace.value : nil,
      of: platform,
      owner: logging.namespace.origin,
      body
    )
  }
  let access = "rbac.authorization.k8s.io"
  return [
    object("v1", "ServiceAccount", namespaced: true, [:]),
    object(
      "\(access)/v1",
      "ClusterRole",
      ["rules": [["apiGroups": [""], "resources": ["pods"], "verbs": ["get", "list", "watch"]]]]
    ),
    object(
      "\(access)/v1",
      "ClusterRoleBinding",
      [
        "roleRef": ["apiGroup": Node(access), "kind": "ClusterRole", "name": Node(agentName)],
        "subjects": [
          ["kind": "ServiceAccount", "name": Node(agentName), "namespace": Node(logging.namespace)]
        ],
      ]
    ),
    object(version.value.rawValue, "OpenTelemetryCollector", namespaced: true, ["spec": agentSpec(logging)])
      .withVersion(at: version.origin),
  ]
}

private let agentName = "spai-logs"

/// Log files are root's; the agent has no capability by which it could do more than read them.
private func agentSpec(_ logging: Logging) -> Node {
  let node: Node = ["name": "NODE_NAME", "valueFrom": ["fieldRef": ["fieldPath": "spec.nodeName"]]]
  let login = ["username", "password"].compactMap { key in
    logging.secret.map { secret -> Node in
      [
        "name": Node("ELASTICSEARCH_\(key.uppercased())"),
        "valueFrom": ["secretKeyRef": ["name": Node(secret), "key": Node(key)]],
      ]
    }
  }
  return [
    "mode": "daemonset",
    "serviceAccount": Node(agentName),
    "resources": size,
    "securityContext": [
      "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "runAsUser": 0,
      "capabilities": ["drop": ["ALL"]], "seccompProfile": ["type": "RuntimeDefault"],
    ],
    "tolerations": [["operator": "Exists"]],
    "env": .list([node] + login),
    "volumeMounts": [
      ["name": "logs", "mountPath": "/var/log/pods", "readOnly": true],
      ["name": "positions", "mountPath": "/var/lib/spai-logs"],
    ],
    "volumes": [
      ["name": "logs", "hostPath": ["path": "/var/log/pods", "type": "Directory"]],
      ["name": "positions", "hostPath": ["path": "/var/lib/spai-logs", "type": "DirectoryOrCreate"]],
    ],
    "config": agentConfig(logging),
  ]
}

private func agentConfig(_ logging: Logging) -> Node {
  [
    "extensions": [
      "k8s_observer": ["node": "${env:NODE_NAME}", "observe_pods": true],
      "file_storage": ["directory": "/var/lib/spai-logs"],
    ],
    "receivers": ["receiver_creator": ["watch_observers": ["k8s_observer"], "discovery": ["enabled": true]]],
    "processors": ["memory_limiter": memoryLimits, "batch": [:]],
    "exporters": [
      "elasticsearch": [
        "endpoints": [Node(logging.elasticsearch)],
        "user": logging.secret.map { _ in "${env:ELASTICSEARCH_USERNAME}" },
        "password": logging.secret.map { _ in "${env:ELASTICSEARCH_PASSWORD}" },
      ]
    ],
    "service": [
      "extensions": ["k8s_observer", "file_storage"],
      "pipelines": [
        "logs": [
          "receivers": ["receiver_creator"], "processors": ["memory_limiter", "batch"],
          "exporters": ["elasticsearch"],
        ]
      ],
    ],
  ]
}

/// An index template for each time that logs are kept, as Elasticsearch takes it.
private func retention(_ logging: Logging, of platform: Platform) -> KubernetesObject {
  let asked = platform.catalogue.dataClasses.items.compactMap(\.value.logRetention) + [logging.retention]
  let files = Set(asked.map(\.value.days)).sorted().map { days in
    ("logs-\(logDataset(days: days)).json", indexTemplate(days: days))
  }
  return KubernetesObject(
    "v1",
    "ConfigMap",
    named: "spai-log-retention",
    namespace: logging.namespace.value,
    of: platform,
    owner: logging.retention.origin.span == nil ? logging.namespace.origin : logging.retention.origin,
    ["data": .map(files)]
  )
}

private func indexTemplate(days: Int) -> Node {
  let set = logDataset(days: days)
  let components: Node = [
    "logs@mappings", "logs@settings", "otel@mappings", "otel@settings", "logs-otel@mappings", "ecs@mappings",
  ]
  let template: Node = [
    "index_patterns": [Node("logs-\(set)-*"), Node("logs-\(set).otel-*")],
    "priority": 500,
    "data_stream": [:],
    "composed_of": components,
    "ignore_missing_component_templates": components,
    "template": [
      // Else the store's own policy for logs would decide.
      "settings": ["index.lifecycle.prefer_ilm": false],
      "lifecycle": ["data_retention": Node("\(days)d")],
    ],
  ]
  return Node(String(decoding: printJSON(template), as: UTF8.self))
}
