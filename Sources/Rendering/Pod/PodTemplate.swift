internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// Which controller a pod runs under: what it may carry follows from that.
enum PodKind {
  case deployment(ServiceSpec)
  case rollout(ServiceSpec)
  case statefulSet(ServiceSpec)
  case stream(JobSpec)
  case job(JobSpec)
  case migration

  var probes: Probes? {
    switch self {
    case .deployment(let spec), .rollout(let spec), .statefulSet(let spec): spec.probes
    case .stream(let spec): spec.modes.probes
    case .job, .migration: nil
    }
  }

  /// Whether pods run until they are told to stop.
  var isLasting: Bool {
    switch self {
    case .job, .migration: false
    case .deployment, .rollout, .statefulSet, .stream: true
    }
  }

  /// The label by which the controller tells pods of one revision from those of another.
  var revisionLabel: Node? {
    switch self {
    case .deployment: "pod-template-hash"
    case .rollout: "rollouts-pod-template-hash"
    case .statefulSet, .stream, .job, .migration: nil
    }
  }

  /// Whether there is never more than one pod, so that there is nothing to spread.
  var isSingle: Bool {
    switch self {
    case .deployment(let spec), .rollout(let spec), .statefulSet(let spec):
      spec.replicas.maximum?.value == 1
    case .stream(let spec): spec.modes.scale?.maximum.value == 1
    case .job, .migration: true
    }
  }
}

/// The template of a workload's pods: the same for every controller, so that every pod is as secure.
func podTemplate(_ workload: Workload, _ kind: PodKind, in unit: TenantUnit) -> Node {
  [
    "metadata": [
      "labels": sorted(unit.labels(of: workload) + unit.meshLabels(of: workload)),
      "annotations": sorted(podAnnotations(workload, in: unit)),
    ],
    "spec": podSpec(workload, kind, in: unit).adding(workload.pod.pod?.entries),
  ]
}

private func podAnnotations(_ workload: Workload, in unit: TenantUnit) -> [(String, Node)] {
  var annotations = workload.pod.annotations.items.map { ($0.name, Node($0.value)) }
  if let config = workload.container.config, let files = Node.map(config.files) {
    let origin = Origin(span: config.mount.origin.span, derivation: .contentHash)
    annotations.append(("\(ownPrefix)/config-digest", Node(contentSuffix(of: files), origin: origin)))
  }
  // Beside a monitor, they would have each pod counted twice.
  if unit.platform.capabilities.prometheusOperator == nil, let metrics = workload.pod.metrics,
    let port = workload.container.ports.item(metrics.port.value)
  {
    annotations += [
      ("prometheus.io/path", Node(metrics.path)),
      ("prometheus.io/port", Node(String(port.value.number.value), origin: metrics.port.origin)),
      ("prometheus.io/scrape", Node("true", origin: metrics.port.origin)),
    ]
  }
  return annotations + traceAnnotations(workload, in: unit) + logAnnotations(workload, in: unit)
    + unit.meshAnnotations(of: workload)
}

func sorted(_ entries: [(String, Node)]) -> Node? {
  .map(entries.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) })
}

private func podSpec(_ workload: Workload, _ kind: PodKind, in unit: TenantUnit) -> Node {
  let stateful =
    switch kind {
    case .statefulSet, .stream: true
    case .deployment, .rollout, .job, .migration: false
    }
  let security = workload.container.security
  return [
    "serviceAccountName": Node(workload.name),
    "automountServiceAccountToken": false,
    "enableServiceLinks": false,
    "restartPolicy": kind.isLasting ? nil : "Never",
    "subdomain": distributed(kind).map { _ in Node(workload.headlessName) },
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
      "seccompProfile": security.seccomp.map { profile in
        ["type": "Localhost", "localhostProfile": Node(profile)]
      } ?? ["type": "RuntimeDefault"],
      "appArmorProfile": security.appArmor.map { profile in
        ["type": "Localhost", "localhostProfile": Node(profile)]
      },
    ],
    "nodeSelector": nodeSelector(workload, in: unit),
    "tolerations": tolerations(workload, in: unit),
    "affinity": affinity(workload, kind, in: unit),
    "topologySpreadConstraints": topologySpread(workload, kind, in: unit),
    "resourceClaims": resourceClaims(workload),
    "containers": [container(workload, kind, in: unit)],
    "volumes": volumes(workload, stateful: stateful, in: unit),
  ]
}

extension Node {
  /// The mapping with further fields behind its own.
  func adding(_ fields: [(name: String, value: Node)]?) -> Node {
    guard let fields, case .mapping(var mapping) = content else { return self }
    mapping.entries += fields.map { Mapping.Entry($0.name, $0.value) }
    return Node(.mapping(mapping), origin: origin)
  }
}

/// The declaration of a run whose pods find each other by name.
func distributed(_ kind: PodKind) -> Distributed? {
  if case .job(let spec) = kind { spec.modes.distributed } else { nil }
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
