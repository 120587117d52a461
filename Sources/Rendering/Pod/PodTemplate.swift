internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// Which controller a pod runs under: what it may carry follows from that.
enum PodKind {
  case deployment(ServiceSpec)
  case statefulSet(ServiceSpec)
  case job(JobSpec)

  var service: ServiceSpec? {
    switch self {
    case .deployment(let spec), .statefulSet(let spec): spec
    case .job: nil
    }
  }
}

/// The template of a workload's pods: the same for every controller, so that every pod is as secure.
func podTemplate(_ workload: Workload, _ kind: PodKind, in unit: TenantUnit) -> Node {
  [
    "metadata": [
      "labels": sorted(unit.labels(of: workload)),
      "annotations": sorted(podAnnotations(workload)),
    ],
    "spec": podSpec(workload, kind, in: unit),
  ]
}

private func podAnnotations(_ workload: Workload) -> [(String, Node)] {
  var annotations = workload.pod.annotations.items.map { ($0.name, Node($0.value)) }
  if let config = workload.container.config, let files = Node.map(config.files) {
    let origin = Origin(span: config.mount.origin.span, derivation: .contentHash)
    annotations.append(("\(ownPrefix)/config-digest", Node(contentSuffix(of: files), origin: origin)))
  }
  if let metrics = workload.pod.metrics, let port = workload.container.ports.item(metrics.port.value) {
    annotations += [
      ("prometheus.io/path", Node(metrics.path)),
      ("prometheus.io/port", Node(String(port.value.number.value), origin: metrics.port.origin)),
      ("prometheus.io/scrape", Node("true", origin: metrics.port.origin)),
    ]
  }
  return annotations
}

func sorted(_ entries: [(String, Node)]) -> Node? {
  .map(entries.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) })
}

private func podSpec(_ workload: Workload, _ kind: PodKind, in unit: TenantUnit) -> Node {
  let stateful = if case .statefulSet = kind { true } else { false }
  let security = workload.container.security
  var restartPolicy: Node?
  if case .job = kind { restartPolicy = "Never" }
  return [
    "serviceAccountName": Node(workload.name),
    "automountServiceAccountToken": false,
    "enableServiceLinks": false,
    "restartPolicy": restartPolicy,
    "imagePullSecrets": workload.pullSecret.map { [["name": Node($0)]] },
    "priorityClassName": workload.priority.map { unit.priorityClassName($0) },
    "runtimeClassName": workload.gpu?.gpuClass.runtimeClass.map { Node($0) },
    "terminationGracePeriodSeconds": gracePeriod(workload),
    "securityContext": [
      "runAsNonRoot": true,
      "runAsUser": Node(security.user),
      "runAsGroup": Node(security.group),
      "fsGroup": Node(security.group),
      "fsGroupChangePolicy": "OnRootMismatch",
      "seccompProfile": ["type": "RuntimeDefault"],
    ],
    "nodeSelector": workload.gpu.flatMap { .map($0.gpuClass.nodeLabels) },
    "tolerations": tolerations(workload),
    "affinity": affinity(workload, in: unit),
    "topologySpreadConstraints": topologySpread(workload, kind, in: unit),
    "containers": [container(workload, kind, in: unit)],
    "volumes": volumes(workload, stateful: stateful),
  ]
}

/// The time to leave the load balancers, the time to finish, and a little for the signal between them.
private func gracePeriod(_ workload: Workload) -> Node {
  let termination = workload.pod.termination
  let seconds = termination.drain.value.seconds + termination.finish.value.seconds + 5
  return Node(seconds, origin: Origin(span: termination.finish.origin.span, derivation: .drainPeriod))
}

extension TenantUnit {
  /// The PriorityClass of one of the platform's priorities; prefixed, because the kind is the whole cluster's.
  func priorityClassName(_ priority: Spanned<String>) -> Node {
    Node(priorityClassPrefix + priority.value, origin: priority.origin)
  }
}

package let priorityClassPrefix = "spai-"
