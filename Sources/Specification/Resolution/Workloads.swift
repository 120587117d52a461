package import Diagnostics
internal import Kubernetes

extension Resolver {
  /// Binds the names that every workload uses, and checks that its parts fit together.
  ///
  /// - Returns: nil where the image cannot be known.
  func workload(
    _ name: String,
    _ origin: Origin,
    category: Spanned<String>?,
    _ container: ContainerSpec,
    _ pod: PodSpec,
    size: Size,
    owner: String,
    fallbackPriority: Spanned<String>? = nil,
    reporting findings: inout Findings
  ) -> Workload? {
    let catalogue = platform.catalogue
    let registry = platform.registries.find(
      container.image.registry,
      kind: "registry of the platform",
      reporting: &findings
    )
    let priority = pod.priority ?? fallbackPriority
    if let priority {
      _ = catalogue.priorityClasses.find(
        priority,
        kind: "priority class of the platform",
        reporting: &findings
      )
    }
    checkImage(container.image, owner: owner, reporting: &findings)
    checkContainer(container, owner: owner, reporting: &findings)
    checkReserved(container, pod, owner: owner, reporting: &findings)
    checkCapabilities(of: container, reporting: &findings)
    checkVolumes(container, owner: owner, reporting: &findings)
    checkSecrets(container, owner: owner, reporting: &findings)
    if let spot = pod.placement.spot, spot.value, platform.spot == nil {
      findings.report(.noSpotNodes(spot, platform, owner))
    }
    checkExternal(pod.external, owner: owner, reporting: &findings)
    if let metrics = pod.metrics {
      checkPort(metrics.port, of: container, owner: owner, reporting: &findings)
      checkMetrics(metrics, owner: owner, reporting: &findings)
    }
    guard let registry else { return nil }
    return Workload(
      name: name,
      claimOwner: name,
      origin: origin,
      category: category,
      container: container,
      pod: pod,
      size: size,
      image: reference((container.image, registry.value)),
      version: container.image.tag,
      records: container.image.records,
      track: nil,
      pullSecret: registry.value.pullSecret,
      priority: priority,
      gpu: gpu(container.gpu, owner: owner, reporting: &findings),
      outbound: [],
      inbound: []
    )
  }

  func reference(_ pinned: (Image, Registry)) -> Spanned<String> {
    let (image, registry) = pinned
    return image.reference(in: registry)
  }

  /// Whether the tenant's tier is the least one that a template asks for, or above it; reported where it isn't.
  func hasRank(
    _ template: TemplateFacts,
    name: String,
    owner: String,
    at origin: Origin,
    reporting findings: inout Findings
  ) -> Bool {
    guard let minimum = template.minimumTier,
      let least = repository.tiers.find(minimum, kind: "Tier", reporting: &findings),
      tier.rank.value < least.rank.value
    else { return true }
    findings.report(.tierTooLow(owner, name, at: origin, minimum, tenant))
    return false
  }

  /// An override for an environment that the tenant is not in would be waiting for ever.
  func checkEnvironments(_ names: [(String, Origin)], reporting findings: inout Findings) {
    for (name, origin) in names where tenant.environments.item(name) == nil {
      findings.report(
        .undeclared(
          "environment of tenant '\(tenant.name)'",
          Spanned(name, origin: origin),
          among: tenant.environments.names
        )
      )
    }
  }
}

extension Image {
  /// The image as pods name it.
  package func reference(in registry: Registry) -> Spanned<String> {
    let path = "\(registry.host.value)/\(name.value):\(tag.value)"
    guard let digest else { return Spanned(path, origin: tag.origin) }
    return Spanned("\(path)@\(digest.value)", origin: tag.origin)
  }
}

extension Workload {
  /// The same with its edges, and with the name that it had before.
  func with(_ edges: [Edge], oldName: String?) -> Workload {
    Workload(
      name: name,
      claimOwner: oldName ?? claimOwner,
      origin: origin,
      category: category,
      container: container,
      pod: pod,
      size: size,
      image: image,
      version: version,
      records: records,
      track: track,
      pullSecret: pullSecret,
      priority: priority,
      gpu: gpu,
      outbound: edges.filter { $0.caller == name },
      inbound: edges.filter { $0.callee == name }
    )
  }
}

// MARK: - Messages

extension Code {
  package static let tierTooLow = Code("SPAI1204", "tier-too-low")
  package static let noSpotNodes = Code("SPAI1337", "no-spot-nodes")
}

extension Diagnostic {
  fileprivate static func noSpotNodes(_ spot: Spanned<Bool>, _ platform: Platform, _ owner: String) -> Self {
    Diagnostic(
      .noSpotNodes,
      .error,
      "\(owner) asks for spot nodes, but the platform has none",
      at: spot.origin.span.map { Label($0, "no such nodes") },
      related: platform.header.origin.span.map { [Label($0, "declares no 'spot'")] } ?? [],
      help: "Remove it, or declare 'spot' of the Platform."
    )
  }

  fileprivate static func tierTooLow(
    _ owner: String,
    _ template: String,
    at origin: Origin,
    _ minimum: Spanned<String>,
    _ tenant: Tenant
  ) -> Self {
    Diagnostic(
      .tierTooLow,
      .error,
      "\(owner) needs tier '\(minimum.value)', but tenant '\(tenant.name)' has '\(tenant.tier.value)'",
      at: origin.span.map { Label($0, "uses template '\(template)'") },
      related: [
        tenant.tier.origin.span.map { Label($0, "the tenant's tier") },
        minimum.origin.span.map { Label($0, "the template's least tier") },
      ].compactMap { $0 },
      help: "Remove it, or move the tenant to '\(minimum.value)' or higher."
    )
  }
}
