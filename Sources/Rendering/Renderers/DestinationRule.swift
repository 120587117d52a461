internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

extension ResourceRenderer {
  /// How much callers may ask of a service at one time, and when they leave a failing pod alone.
  ///
  /// The proxies of the gateway are callers, too; each address of the service has a rule, as callers choose by it.
  static let destinationRule = ResourceRenderer("DestinationRule") { unit in
    guard let (version, _) = unit.mesh else { return [] }
    return unit.services.flatMap { service -> [KubernetesObject] in
      guard let policy = service.spec.traffic.flatMap(trafficPolicy) else { return [] }
      let gateway = service.spec.expose.map { _ in Node(unit.platform.network.gateway.namespace) }
      return service.addresses.map { address in
        KubernetesObject(
          version.value.rawValue,
          "DestinationRule",
          named: address,
          of: service.workload,
          in: unit,
          [
            "spec": [
              "host": Node(meshHost(address, in: unit)),
              "trafficPolicy": policy,
              "exportTo": .list([".", gateway].compactMap { $0 }),
            ]
          ]
        ).withVersion(at: version.origin)
      }
    }
  }
}

/// nil where nothing is to be kept.
private func trafficPolicy(_ traffic: Traffic) -> Node? {
  .map(
    [
      ("connectionPool", traffic.connections.map(connectionPool)),
      ("outlierDetection", traffic.breaker.map(outlierDetection)),
      (
        "retryBudget",
        traffic.retries.map { ["percent": Node($0.budget), "minRetryConcurrency": 3] }
      ),
    ].compactMap { name, value in value.map { (name, $0) } }
  )
}

private func connectionPool(_ limits: ConnectionLimits) -> Node {
  [
    "tcp": ["maxConnections": Node(limits.maximum), "connectTimeout": .duration(limits.timeout)],
    "http": [
      "http1MaxPendingRequests": Node(limits.pending), "http2MaxRequests": Node(limits.requests),
    ],
  ]
}

private func outlierDetection(_ breaker: CircuitBreaker) -> Node {
  [
    "consecutive5xxErrors": Node(breaker.errors),
    "interval": .duration(breaker.interval),
    "baseEjectionTime": .duration(breaker.ejection),
    "maxEjectionPercent": Node(breaker.maxEjected),
  ]
}

extension Node {
  /// A time as Go and the Gateway API read it: neither knows days.
  static func duration(_ spanned: Spanned<TimeSpan>) -> Node {
    Node("\(spanned.value.seconds)s", origin: spanned.origin)
  }
}
