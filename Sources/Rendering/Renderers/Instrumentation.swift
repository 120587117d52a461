internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// How the operator makes the tenant's programs send spans; without it, variables of the containers say the same.
  static let instrumentation = ResourceRenderer("Instrumentation") { unit in
    guard unit.platform.capabilities.openTelemetryOperator != nil,
      let tracing = unit.workloads.lazy.compactMap(unit.tracing).first
    else { return [] }
    let agents = tracing.agents.items.compactMap { item -> (String, Node)? in
      guard let registry = unit.platform.registries[item.value.registry.value] else { return nil }
      return (item.name, agent(item.value, registry, for: item.name))
    }
    let spec: Node = [
      "exporter": ["endpoint": tracing.collector.endpointNode],
      "propagators": ["tracecontext", "baggage"],
      "sampler": ["type": Node(sampler), "argument": unit.sampledShare],
      "resource": ["resourceAttributes": sorted(unit.traceAttributes)],
      "env": .list(onlySpans.map { ["name": Node($0.0), "value": $0.1] }),
      "initContainerSecurityContext": [
        "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "runAsNonRoot": true,
        "capabilities": ["drop": ["ALL"]], "seccompProfile": ["type": "RuntimeDefault"],
      ],
    ]
    return [
      KubernetesObject(
        "opentelemetry.io/v1alpha1",
        "Instrumentation",
        named: instrumentationName,
        in: unit,
        ["spec": spec.adding(agents.map { (name: $0.0, value: $0.1) })]
      )
    ]
  }
}

/// The container that copies an agent into the pod; it ends before the program starts.
private func agent(_ image: Image, _ registry: Registry, for language: String) -> Node {
  let size: Node = [
    "requests": ["cpu": "50m", "memory": "128Mi"], "limits": ["cpu": "500m", "memory": "128Mi"],
  ]
  // The kind has another word for it in Java.
  let isJava = language == TraceLanguage.java.rawValue
  return [
    "image": Node(image.reference(in: registry)), (isJava ? "resources" : "resourceRequirements"): size,
  ]
}
