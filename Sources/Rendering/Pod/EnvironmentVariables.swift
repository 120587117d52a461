internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The variables of a container: those of the spec, of secrets, of the runtime, and of the way that it runs.
///
/// A variable that the spec sets itself wins over one of ours.
func environment(_ workload: Workload, _ kind: PodKind, in unit: TenantUnit) -> [Node] {
  let container = workload.container
  let declared = container.env.items.map { item in
    variable(item.name, item.origin, item.value)
  }
  let secrets = container.secrets.items.flatMap { secret in
    secret.value.env.items.map { item -> Node in
      [
        "name": Node(item.name, origin: item.origin),
        "valueFrom": [
          "secretKeyRef": [
            "name": Node(workload.secretName(secret.name), origin: secret.origin), "key": Node(item.value),
          ]
        ],
      ]
    }
  }
  let taken = Set(container.env.names + container.secrets.items.flatMap { $0.value.env.names })
  let runtime = container.runtime.map { runtimeVariables($0, workload.size) } ?? []
  return declared + secrets
    + (dataVariables(workload, in: unit) + runtime + fallbacks(workload)
    + runVariables(workload, kind, in: unit) + traceVariables(workload, in: unit)).filter {
      !taken.contains($0.0)
    }.map { name, value in
      value.mapping == nil ? ["name": Node(name), "value": value] : ["name": Node(name), "valueFrom": value]
    }
}

private func variable(_ name: String, _ origin: Origin, _ value: VariableValue) -> Node {
  let nameNode = Node(name, origin: origin)
  switch value {
  case .literal(let text):
    return ["name": nameNode, "value": Node(text)]
  case .field(let path):
    return ["name": nameNode, "valueFrom": ["fieldRef": ["fieldPath": Node(path)]]]
  case .resource(let resource, let divisor):
    return [
      "name": nameNode,
      "valueFrom": ["resourceFieldRef": ["resource": Node(resource), "divisor": divisor.map { Node($0) }]],
    ]
  }
}

/// What the workload is to do while a service that it calls does not answer.
private func fallbacks(_ workload: Workload) -> [(String, Node)] {
  workload.pod.calls.items.compactMap { item in
    item.value.fallback.map {
      ("\(item.name.uppercased().replacing("-", with: "_"))_FALLBACK", Node($0))
    }
  }
}

/// What pods of a distributed run and consumers of a stream need to know of each other.
private func runVariables(_ workload: Workload, _ kind: PodKind, in unit: TenantUnit) -> [(String, Node)] {
  if let distributed = distributed(kind) {
    // The hostname of an indexed pod is the Job's name and the index; the Job's name is known to the pod only.
    return [
      ("JOB_NAME", ["fieldRef": ["fieldPath": "metadata.labels['batch.kubernetes.io/job-name']"]]),
      ("MASTER_ADDR", Node("$(JOB_NAME)-0.\(workload.headlessName)", origin: distributed.workers.origin)),
      ("MASTER_PORT", Node(String(distributed.port.value), origin: distributed.port.origin)),
      ("WORLD_SIZE", Node(String(distributed.workers.value), origin: distributed.workers.origin)),
    ]
  }
  // The name of a StatefulSet's pod stays the same over restarts, so that the group need not be balanced anew.
  guard case .stream(let spec) = kind, let kafka = spec.modes.source?.kafka else { return [] }
  return [
    ("CONSUMER_GROUP", unit.consumerGroup(of: workload, kafka)),
    ("CONSUMER_INSTANCE", ["fieldRef": ["fieldPath": "metadata.name"]]),
  ]
}

/// The settings by which language runtimes learn the container's limits.
private func runtimeVariables(_ runtime: Runtime, _ size: Size) -> [(String, Node)] {
  let cores = max(1, size.cpuLimit.value.wholeUnits)
  let memory = size.memoryLimit.value.wholeUnits
  func computed(_ text: String, _ origin: Origin) -> Node {
    Node(text, origin: Origin(span: origin.span, derivation: .runtimeSetting))
  }
  let wholeCores: Node = ["resourceFieldRef": ["resource": "limits.cpu", "divisor": "1"]]
  var variables: [(String, Node)] = []
  if let jvm = runtime.jvm {
    let options =
      [
        "-XX:MaxRAMPercentage=\(jvm.heapPercent.value)", "-XX:InitialRAMPercentage=\(jvm.heapPercent.value)",
        "-XX:ActiveProcessorCount=\(cores)", collectorOption(jvm.collector.value),
        "-XX:+ExitOnOutOfMemoryError",
      ]
    let extra = jvm.options.map(\.value).filter { !options.contains($0) }
    let origin = jvm.heapPercent.origin.span == nil ? jvm.collector.origin : jvm.heapPercent.origin
    variables.append(("JAVA_TOOL_OPTIONS", computed((options + extra).joined(separator: " "), origin)))
  }
  if let go = runtime.go {
    variables.append(("GOMAXPROCS", wholeCores))
    variables.append(
      ("GOMEMLIMIT", computed(String(memory / 100 * go.memoryPercent.value), go.memoryPercent.origin))
    )
  }
  if let node = runtime.node {
    let mebibytes = memory / (1 << 20) * node.heapPercent.value / 100
    variables.append(("NODE_OPTIONS", computed("--max-old-space-size=\(mebibytes)", node.heapPercent.origin)))
    // libuv's own default is 4 threads; more cores can use more.
    variables.append(("UV_THREADPOOL_SIZE", computed(String(max(4, cores)), size.cpuLimit.origin)))
  }
  if let python = runtime.python {
    variables.append(
      ("OMP_NUM_THREADS", python.threads.map { Node(String($0.value), origin: $0.origin) } ?? wholeCores)
    )
    variables.append(("PYTHONUNBUFFERED", Node("1")))
  }
  return variables
}

private func collectorOption(_ collector: GarbageCollector) -> String {
  switch collector {
  case .g1: "-XX:+UseG1GC"
  case .z: "-XX:+UseZGC"
  case .parallel: "-XX:+UseParallelGC"
  case .serial: "-XX:+UseSerialGC"
  case .shenandoah: "-XX:+UseShenandoahGC"
  }
}
