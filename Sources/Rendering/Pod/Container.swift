internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The one container of a workload, in the field order of the API's own type.
func container(_ workload: Workload, _ kind: PodKind, in unit: TenantUnit) -> Node {
  let spec = workload.container
  let container: Node = [
    "name": Node(workload.name),
    "image": Node(workload.image),
    "imagePullPolicy": spec.image.pullPolicy.map { Node($0) },
    "command": .list(spec.command.map { Node($0) }),
    "args": .list(spec.args.map { Node($0) }),
    "ports": .list(
      spec.ports.items.map { port in
        [
          "name": Node(port.name, origin: port.origin),
          "containerPort": Node(port.value.number),
          "protocol": Node(port.value.protocol),
        ]
      }
    ),
    "env": .list(environment(workload, kind, in: unit)),
    "resources": resources(workload),
    "volumeMounts": .list(mounts(workload, in: unit)),
    "startupProbe": kind.probes?.startup.map { probe($0, workload.container.ports) },
    "readinessProbe": kind.probes?.readiness.map { probe($0, workload.container.ports) },
    "livenessProbe": kind.probes?.liveness.map { probe($0, workload.container.ports) },
    "lifecycle": preStop(workload, kind),
    "securityContext": [
      "allowPrivilegeEscalation": false,
      "readOnlyRootFilesystem": Node(spec.security.readOnlyRootFilesystem),
      "capabilities": [
        "drop": ["ALL"], "add": .list(spec.security.addCapabilities.map { Node($0) }),
      ],
    ],
  ]
  return container.adding(spec.container?.entries)
}

private func resources(_ workload: Workload) -> Node {
  let size = workload.size
  func amounts(_ cpu: Spanned<Quantity>, _ memory: Spanned<Quantity>) -> Node? {
    .map(
      [
        ("cpu", Node(cpu)), ("memory", Node(memory)),
        ("ephemeral-storage", Node(size.ephemeralStorage)),
      ] + extendedResources(workload)
    )
  }
  return [
    "claims": workload.claimsDevices ? [["name": Node(deviceClaimName)]] : nil,
    "requests": amounts(size.cpuRequest, size.memoryRequest),
    "limits": amounts(size.cpuLimit, size.memoryLimit),
  ]
}

/// Endpoints leave the load balancers while the container still answers.
private func preStop(_ workload: Workload, _ kind: PodKind) -> Node? {
  let drain = workload.pod.termination.drain
  guard kind.isLasting, drain.value.seconds > 0 else { return nil }
  return ["preStop": ["sleep": ["seconds": .seconds(drain)]]]
}

/// The gRPC probe takes a number; the others take a name as well.
private func probe(_ probe: Probe, _ ports: Keyed<Port>) -> Node {
  [
    "httpGet": probe.http.map { ["path": Node($0.path), "port": Node($0.port)] },
    "tcpSocket": probe.tcp.map { ["port": Node($0.port)] },
    "grpc": probe.grpc.flatMap { grpc in
      ports[grpc.port.value].map { ["port": Node($0.number.value, origin: grpc.port.origin)] }
    },
    "exec": probe.command.isEmpty ? nil : ["command": Node(.sequence(probe.command.map { Node($0) }))],
    "initialDelaySeconds": probe.delay.map { .seconds($0) },
    "periodSeconds": probe.period.map { .seconds($0) },
    "timeoutSeconds": probe.timeout.map { .seconds($0) },
    "failureThreshold": probe.failures.map { Node($0) },
  ]
}
