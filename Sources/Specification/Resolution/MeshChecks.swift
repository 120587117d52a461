package import Diagnostics
internal import Kubernetes

/// Checks of what a mesh does, or cannot do, and of the ways in.
extension Resolver {
  func checkTraffic(
    _ traffic: Traffic,
    of spec: ServiceSpec,
    owner: String,
    reporting findings: inout Findings
  ) {
    let times = [
      traffic.timeout, traffic.retries?.timeout, traffic.connections?.timeout, traffic.breaker?.interval,
      traffic.breaker?.ejection,
    ]
    for time in times.compactMap({ $0 }) where time.value.seconds == 0 {
      findings.report(.noTime(time, owner))
    }
    if let whole = traffic.timeout, let one = traffic.retries?.timeout,
      one.value.seconds > whole.value.seconds
    {
      findings.report(.longTry(one, whole, owner))
    }
    if let place = traffic.timeout?.origin ?? traffic.retries?.attempts.origin,
      !spec.container.ports.items.contains(where: \.value.carriesRequests)
    {
      findings.report(.noRequestPort(place, owner))
    }
    reportFallbacks(of: traffic, spec, reporting: &findings)
  }

  /// A gRPC call has a service and a method; its path is nothing that anybody chooses.
  func checkExposure(
    _ expose: Exposure,
    of spec: ServiceSpec,
    owner: String,
    reporting findings: inout Findings
  ) {
    guard let port = spec.container.ports[expose.port.value], port.isGRPC else { return }
    if expose.path.value != "/" { findings.report(.pathOfGRPC(expose, owner)) }
    if platform.capabilities.gatewayAPI == nil { findings.report(.noGRPCRoute(expose, owner)) }
  }

  /// What the Gateway API has no portable object for, and what it leaves to cert-manager.
  func checkGateway(reporting findings: inout Findings) {
    let gateway = platform.network.gateway
    if gateway.listenerSets.value, platform.capabilities.certManager == nil {
      reportMissing(
        "certManager",
        "the TLS Secret 'tenant-tls' of listeners must be made by other means",
        reporting: &findings
      )
    }
    let annotations = gateway.ingressAnnotations
    if let first = annotations.tiers.items.first?.origin ?? annotations.all.items.first?.origin {
      findings.report(.unportableAnnotations(first))
    }
  }

  /// A gateway cannot tell a gRPC call from another request to one host.
  func checkHosts(_ services: [Service], reporting findings: inout Findings) {
    guard platform.capabilities.gatewayAPI != nil else { return }
    let exposed = services.compactMap { service -> (host: String, isGRPC: Bool, place: Origin)? in
      guard let expose = service.spec.expose,
        let port = service.workload.container.ports[expose.port.value]
      else { return nil }
      return (expose.host?.value ?? service.name, port.isGRPC, (expose.host ?? expose.port).origin)
    }
    for call in exposed where call.isGRPC {
      if let other = exposed.first(where: { $0.host == call.host && !$0.isGRPC }) {
        findings.report(.sharedHost(call.host, call.place, other.place))
      }
    }
  }

  /// Whatever is outside the mesh is not let in by those inside.
  func checkMesh(_ services: [Service], _ jobs: [Job], reporting findings: inout Findings) {
    for name in platform.network.mesh.environments {
      _ = repository.environments.find(name, kind: "Environment", reporting: &findings)
    }
    if platform.capabilities.istio == nil,
      (services.map(\.workload) + jobs.map(\.workload)).contains(where: {
        $0.pod.external.items.contains { !$0.value.hosts.isEmpty }
      })
    {
      reportMissing(
        "istio",
        "'external.*.hosts' is not kept: whatever has the addresses is let through",
        reporting: &findings
      )
    }
    guard platform.mesh(in: environment.name) != nil else { return }
    for job in jobs where job.spec.modes.distributed != nil {
      for call in job.workload.pod.calls.items where services.contains(where: { $0.name == call.name }) {
        findings.report(.callFromOutside(call.name, call.origin, job.name))
      }
    }
  }

  private func reportFallbacks(
    of traffic: Traffic,
    _ spec: ServiceSpec,
    reporting findings: inout Findings
  ) {
    let capabilities = platform.capabilities
    guard capabilities.istio == nil else { return }
    func report(_ consequence: String) { reportMissing("istio", consequence, reporting: &findings) }
    if traffic.timeout != nil {
      let isRouted =
        capabilities.gatewayAPI != nil
        && spec.expose.flatMap { spec.container.ports[$0.port.value] }?.isGRPC == false
      report(
        isRouted
          ? "'traffic.timeout' holds for requests through the gateway only"
          : "'traffic.timeout' is not kept: callers wait as long as they like"
      )
    }
    if traffic.retries != nil { report("'traffic.retries' is left out: callers try again by themselves") }
    if traffic.connections != nil { report("'traffic.connections' is left out: callers limit themselves") }
    if traffic.breaker != nil {
      report("'traffic.breaker' is left out: a pod that fails is asked until its probes take it out")
    }
  }
}

// MARK: - Messages

extension Code {
  package static let noTime = Code("SPAI1356", "no-time")
  package static let longTry = Code("SPAI1357", "long-try")
  package static let noRequestPort = Code("SPAI1358", "no-request-port")
  package static let callFromOutside = Code("SPAI1359", "call-from-outside")
  package static let pathOfGRPC = Code("SPAI1365", "path-of-grpc")
  package static let noGRPCRoute = Code("SPAI1366", "no-grpc-route")
  package static let sharedHost = Code("SPAI1390", "shared-host")
  package static let unportableAnnotations = Code("SPAI1399", "unportable-annotations")
}

extension Diagnostic {
  fileprivate static func noTime(_ time: Spanned<TimeSpan>, _ owner: String) -> Self {
    Diagnostic(
      .noTime,
      .error,
      "a time of 'traffic' of \(owner) is \(time.value)",
      at: time.origin.span.map { Label($0, "nothing is done in no time") },
      help: "Write 1s or more, or leave it out."
    )
  }

  fileprivate static func longTry(
    _ one: Spanned<TimeSpan>,
    _ whole: Spanned<TimeSpan>,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .longTry,
      .error,
      "one try of a request to \(owner) may take longer than all together",
      at: one.origin.span.map { Label($0, "one try may take \(one.value)") },
      related: whole.origin.span.map { [Label($0, "all of them may take \(whole.value)")] } ?? [],
      help: "Shorten 'traffic.retries.timeout', or lengthen 'traffic.timeout'."
    )
  }

  fileprivate static func noRequestPort(_ place: Origin, _ owner: String) -> Self {
    Diagnostic(
      .noRequestPort,
      .error,
      "no port of \(owner) is said to carry requests",
      at: place.span.map { Label($0, "holds for requests only") },
      help: "Write 'appProtocol: http' or 'appProtocol: grpc' at the port, or leave it out."
    )
  }

  fileprivate static func callFromOutside(_ callee: String, _ origin: Origin, _ job: String) -> Self {
    Diagnostic(
      .callFromOutside,
      .error,
      "the workers of distributed job '\(job)' are outside the mesh, and service '\(callee)' is inside",
      at: origin.span.map { Label($0, "the call would be refused") },
      help: "Hand the work to a job without 'distributed', or leave the environment out of 'network.mesh'."
    )
  }

  fileprivate static func pathOfGRPC(_ expose: Exposure, _ owner: String) -> Self {
    Diagnostic(
      .pathOfGRPC,
      .error,
      "\(owner) is exposed by gRPC, which has no path prefix",
      at: expose.path.origin.span.map { Label($0, "cannot be kept") },
      related: expose.port.origin.span.map { [Label($0, "speaks gRPC")] } ?? [],
      help: "Leave out 'path'; use another 'host' to tell services apart."
    )
  }

  fileprivate static func noGRPCRoute(_ expose: Exposure, _ owner: String) -> Self {
    Diagnostic(
      .noGRPCRoute,
      .error,
      "\(owner) is exposed by gRPC, which needs capability 'gatewayAPI'",
      at: expose.port.origin.span.map { Label($0, "speaks gRPC, which an Ingress does not know") },
      help: "Add 'gatewayAPI' under 'capabilities', or expose a port of HTTP."
    )
  }

  fileprivate static func sharedHost(_ host: String, _ call: Origin, _ other: Origin) -> Self {
    Diagnostic(
      .sharedHost,
      .error,
      "host '\(host)' is asked by gRPC and by HTTP",
      at: call.span.map { Label($0, "speaks gRPC") },
      related: other.span.map { [Label($0, "speaks HTTP")] } ?? [],
      help: "Give one of the services another 'expose.host'."
    )
  }

  fileprivate static func unportableAnnotations(_ place: Origin) -> Self {
    Diagnostic(
      .unportableAnnotations,
      .note,
      "'ingressAnnotations' are left out: services are exposed by the Gateway API",
      at: place.span.map { Label($0, "for Ingresses only") },
      help:
        "No portable object limits requests; attach a policy of the gateway's maker to the Gateway instead."
    )
  }
}
