package import Diagnostics
internal import Kubernetes
internal import YAMLSyntax

/// A service as its tenant declares it, whichever way.
private struct DeclaredService {
  let name: String
  let origin: Origin
  let category: Spanned<String>?
  let service: TenantService
  /// Whether the template of the service's own name is meant where none is given.
  let impliesTemplate: Bool
}

extension Resolver {
  /// Every enabled service of the tenant, sorted by name.
  mutating func services(reporting findings: inout Findings) -> [Service] {
    var declared = tenant.services.items.map {
      DeclaredService(
        name: $0.name,
        origin: $0.origin,
        category: nil,
        service: $0.value,
        impliesTemplate: true
      )
    }
    declared += (repository.appServices[tenant.name] ?? []).map {
      DeclaredService(
        name: $0.header.name,
        origin: $0.header.origin,
        category: $0.category,
        service: $0.service,
        impliesTemplate: false
      )
    }
    var services: [Service] = []
    for service in declared where claim(service.name, service.origin, reporting: &findings) {
      if let resolved = resolve(service, reporting: &findings) {
        services.append(resolved)
      }
    }
    return services.sorted { $0.name < $1.name }
  }

  private mutating func resolve(_ declared: DeclaredService, reporting findings: inout Findings) -> Service? {
    let owner = "service '\(declared.name)'"
    var template: ServiceTemplate?
    if let name = declared.service.template
      ?? (declared.impliesTemplate ? Spanned(declared.name, origin: declared.origin) : nil)
    {
      template = repository.serviceTemplates.find(name, kind: "ServiceTemplate", reporting: &findings)
      // A tier that is too low breaks limits as well, which would be no news.
      guard let template,
        hasRank(template.about, name: name.value, owner: owner, at: name.origin, reporting: &findings)
      else { return nil }
    }
    checkEnvironments(declared.service.environments.items.map { ($0.name, $0.origin) }, reporting: &findings)
    let base = bases.service(
      template?.header.name,
      tier: tier.header.name,
      environment: environment.name
    )
    var layers = [
      tenant.defaults.services.node, declared.service.layer.node,
      declared.service.environments[environment.name]?.node ?? [:],
    ]
    let isStateful = ([base] + layers).last { $0.mapping?["stateful"] != nil }?.mapping?["stateful"]
    // Stateful services have one way to be released; "all services" cannot mean them.
    if let strategy = overrides.strategy, isStateful.flatMap(Bool.init(node:)) != true {
      layers.append(["rollout": ["strategy": Node(strategy.rawValue)]])
    }
    guard
      let spec: ServiceSpec = decodeLayers(
        base,
        layers,
        locked: tier.locked,
        origin: declared.origin,
        owner: owner,
        reporting: &findings
      ),
      spec.pod.enabled.value
    else { return nil }
    let (minimum, maximum) = replicas(spec.replicas, owner: owner, reporting: &findings)
    let size = serviceSize(spec.container.resources, owner: owner, reporting: &findings)
    guard
      var workload = workload(
        declared.name,
        declared.origin,
        category: declared.category ?? template?.about.category,
        spec.container,
        spec.pod,
        size: size,
        owner: owner,
        reporting: &findings
      )
    else { return nil }
    checkService(spec, maximum: maximum, owner: owner, reporting: &findings)
    checkFeasibility(
      workload,
      pods: maximum,
      surges: spec.rollout.surges,
      ownsClaims: spec.stateful.value,
      owner: owner,
      reporting: &findings
    )
    checkRolloutTime(spec, origin: declared.origin, owner: owner, reporting: &findings)
    checkRelease(spec, declared.name, reporting: &findings)
    let release = release(of: spec, &workload, minimum: minimum, maximum: maximum)
    return Service(workload: workload, spec: spec, release: release, minimum: minimum, maximum: maximum)
  }

  /// The minimum and maximum of portfolio's rule "how tier and service meet".
  ///
  /// What a template or an environment says gives way to the tier; what the tenant says is taken at its word
  /// and held to the limit.
  func replicas(
    _ replicas: Replicas,
    owner: String,
    reporting findings: inout Findings
  ) -> (minimum: Spanned<Int>, maximum: Spanned<Int>) {
    let limit = tier.limits.maxReplicas
    var minimum = replicas.minimum
    let asksMinimum = repository.isTenants(minimum.origin)
    if !asksMinimum && tier.replicas.value < minimum.value {
      minimum = tier.replicas.decides(.effectiveMinimum)
    }
    let asksMaximum = replicas.maximum.map { repository.isTenants($0.origin) } ?? false
    var maximum = replicas.maximum ?? Spanned(replicas.minimum.value * 2, origin: replicas.minimum.origin)
    if !asksMaximum {
      if maximum.value < tier.replicas.value { maximum = tier.replicas }
      if maximum.value > limit.value { maximum = limit }
      if asksMinimum && maximum.value < minimum.value { maximum = minimum }
      maximum = maximum.decides(.effectiveMaximum)
    }
    for bound in [minimum, maximum] where bound.value > limit.value {
      findings.report(
        .overLimit(
          "replicas of \(owner)",
          String(bound.value),
          bound.origin,
          limit: String(limit.value),
          limit.origin
        )
      )
      break
    }
    if minimum.value > maximum.value {
      findings.report(.reversedReplicas(minimum, maximum, owner))
    }
    return (minimum, maximum)
  }
}

extension Spanned<Int> {
  /// The operand that a rule chose: the result points at it, and at none of those that it outdid.
  fileprivate func decides(_ derivation: Derivation) -> Spanned<Int> {
    Spanned(value, origin: Origin(span: origin.span, derivation: derivation))
  }
}

extension Service {
  func with(_ edges: [Edge], oldName: String?) -> Service {
    Service(
      workload: workload.with(edges, oldName: oldName),
      spec: spec,
      release: release,
      minimum: minimum,
      maximum: maximum
    )
  }
}

extension Rollout {
  /// Whether a new pod may start before an old one has ended.
  fileprivate var surges: Bool {
    switch strategy.value {
    case .recreate: false
    case .rolling: !maxSurge.value.isZero
    case .blueGreen, .canary, .abTest: true
    }
  }
}

// MARK: - Messages

extension Code {
  package static let overLimit = Code("SPAI1203", "over-limit")
  package static let reversedReplicas = Code("SPAI1307", "reversed-replicas")
}

extension Diagnostic {
  static func overLimit(
    _ what: String,
    _ value: String,
    _ origin: Origin,
    limit: String,
    _ limitOrigin: Origin
  ) -> Self {
    Diagnostic(
      .overLimit,
      .error,
      "\(what): \(value) is more than the tier allows",
      at: origin.span.map { Label($0, "asks for \(value)") },
      related: limitOrigin.span.map { [Label($0, "the limit is \(limit)")] } ?? [],
      help: "Ask for at most \(limit), or move the tenant to a larger tier."
    )
  }

  static func reversedReplicas(
    _ minimum: Spanned<Int>,
    _ maximum: Spanned<Int>,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .reversedReplicas,
      .error,
      "\(owner) has at least \(minimum.value) replicas, but at most \(maximum.value)",
      at: minimum.origin.span.map { Label($0, "the minimum is \(minimum.value)") },
      related: maximum.origin.span.map { [Label($0, "the maximum is \(maximum.value)")] } ?? [],
      help: "Raise the maximum or lower the minimum."
    )
  }
}
