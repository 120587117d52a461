package import Diagnostics
internal import Kubernetes

/// Checks of a workload against what is ours to give, and what the platform can do.
extension Resolver {
  /// Labels, also those by which pods would leave the mesh, and volumes of our own names would be overwritten, or refused by the API server as duplicates.
  func checkReserved(
    _ container: ContainerSpec,
    _ pod: PodSpec,
    owner: String,
    reporting findings: inout Findings
  ) {
    for item in pod.labels.items + pod.annotations.items
    where item.name.hasPrefix("spai.dev/") || item.name.hasPrefix("app.kubernetes.io/")
      || item.name.isKeyOfMesh
    {
      findings.report(.reservedName("label", item.name, item.origin, owner))
    }
    for item in container.volumes.items where item.name.hasPrefix("spai-") {
      findings.report(.reservedName("volume", item.name, item.origin, owner))
    }
  }

  /// Every fallback to core Kubernetes is told once, at the Platform that makes it necessary.
  func checkCapabilities(of service: ServiceSpec, reporting findings: inout Findings) {
    let capabilities = platform.capabilities
    if service.autoscaling.vertical.value != .off, capabilities.verticalPodAutoscaler == nil {
      reportMissing(
        "verticalPodAutoscaler",
        "sizes of pods are neither recommended nor managed",
        reporting: &findings
      )
    }
    if service.expose != nil, capabilities.gatewayAPI != nil {
      checkGateway(reporting: &findings)
    }
    if service.expose != nil, capabilities.gatewayAPI == nil {
      reportMissing("gatewayAPI", "services are exposed by Ingress", reporting: &findings)
      if capabilities.certManager == nil {
        reportMissing(
          "certManager",
          "the TLS Secrets of Ingresses must be made by other means",
          reporting: &findings
        )
      }
    }
  }

  func checkCapabilities(of container: ContainerSpec, reporting findings: inout Findings) {
    if !container.secrets.isEmpty, platform.capabilities.externalSecrets == nil {
      reportMissing(
        "externalSecrets",
        "the Secrets of workloads must be made by other means",
        reporting: &findings
      )
    }
  }

  func reportMissing(
    _ capability: String,
    _ consequence: String,
    reporting findings: inout Findings
  ) {
    findings.report(
      Diagnostic(
        .missingCapability,
        .warning,
        "without capability '\(capability)', \(consequence)",
        at: platform.header.origin.span.map { Label($0, "this platform does not have it") },
        help: "Add it under 'capabilities' once the cluster runs the operator."
      )
    )
  }
}

// MARK: - Messages

extension Code {
  package static let reservedName = Code("SPAI1327", "reserved-name")
  package static let missingCapability = Code("SPAI1328", "missing-capability")
}

extension Diagnostic {
  fileprivate static func reservedName(
    _ what: String,
    _ name: String,
    _ origin: Origin,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .reservedName,
      .error,
      "\(what) '\(name)' of \(owner) is the compiler's own",
      at: origin.span.map { Label($0, "a name that the compiler gives itself") },
      help: "Choose another name."
    )
  }
}
