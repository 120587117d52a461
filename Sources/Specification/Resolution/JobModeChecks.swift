package import Diagnostics
internal import Kubernetes

/// Checks of what only some ways of running a job need.
extension Resolver {
  func checkModes(
    _ spec: JobSpec,
    origin: Origin,
    owner: String,
    reporting findings: inout Findings
  ) {
    func require(_ isThere: Bool, _ key: String, _ why: String) {
      // Where nobody chose the mode, the job itself is the place to mend.
      let place = repository.isTenants(spec.run.origin) ? spec.run.origin : origin
      if !isThere { findings.report(.missingForMode(key, spec.run, place, why, owner)) }
    }
    let run = spec.run.value
    if run == .stream || run == .event {
      require(spec.modes.source != nil, "source", "tells where its work comes from")
      require(spec.modes.scale != nil, "scale", "bounds its pods")
    }
    if run != .stream { require(spec.expectedRunTime != nil, "expectedRunTime", "gives its deadline") }
    if let source = spec.modes.source { checkSource(source, spec, owner: owner, reporting: &findings) }
    if let scale = spec.modes.scale, scale.minimum.value > scale.maximum.value {
      findings.report(.reversedReplicas(scale.minimum, scale.maximum, owner))
    }
    if let distributed = spec.modes.distributed {
      if run == .stream || run == .event || spec.completions.value > 1 {
        findings.report(.misplacedWorkers(distributed, spec, owner))
      }
    }
    if let probes = spec.modes.probes {
      for probe in [probes.startup, probes.readiness, probes.liveness].compactMap({ $0 }) {
        check(probe, of: spec.container, owner: owner, reporting: &findings)
      }
    }
    checkSpot(spec, owner: owner, reporting: &findings)
    checkCapabilities(of: spec, owner: owner, reporting: &findings)
  }

  private func checkSource(
    _ source: EventSource,
    _ spec: JobSpec,
    owner: String,
    reporting findings: inout Findings
  ) {
    let kinds = [
      source.kafka.map { ("kafka", $0.topic.origin) }, source.rabbitmq.map { ("rabbitmq", $0.queue.origin) },
      source.prometheus.map { ("prometheus", $0.query.origin) },
    ].compactMap { $0 }
    if kinds.count != 1 {
      findings.report(.ambiguousSource(kinds.map(\.0), kinds.last?.1 ?? spec.run.origin, owner))
    }
    for item in source.authentication.items {
      let secrets = spec.container.secrets
      guard let secret = secrets.find(item.value.secret, kind: "secret of \(owner)", reporting: &findings)
      else { continue }
      let properties = (secret.value.env.items + secret.value.files.items).map(\.value.value)
      if !properties.contains(item.value.property.value) {
        findings.report(
          .undeclared("property in use of secret '\(secret.name)'", item.value.property, among: properties)
        )
      }
    }
  }

  /// A job on a node that may be taken away has to go on where it stopped.
  private func checkSpot(_ spec: JobSpec, owner: String, reporting findings: inout Findings) {
    if let name = spec.modes.checkpoints,
      let volume = spec.container.volumes.find(name, kind: "volume of \(owner)", reporting: &findings),
      volume.value.claim == nil
    {
      findings.report(.lostCheckpoints(name, volume, owner))
    }
    if let spot = spec.pod.placement.spot, spot.value, spec.modes.checkpoints == nil {
      findings.report(.noCheckpoints(spot, owner))
    }
  }

  /// Every fallback to core Kubernetes is told once, at the Platform that makes it necessary.
  private func checkCapabilities(of spec: JobSpec, owner: String, reporting findings: inout Findings) {
    let capabilities = platform.capabilities
    if capabilities.keda == nil {
      if spec.run.value == .stream {
        reportMissing("keda", "streams always run their maximum of pods", reporting: &findings)
      }
      if spec.run.value == .event {
        reportMissing("keda", "event jobs look for work every five minutes", reporting: &findings)
      }
    }
    if spec.modes.distributed != nil, capabilities.kueue == nil {
      reportMissing("kueue", "pods of a distributed run may start one by one", reporting: &findings)
    }
  }
}

// MARK: - Messages

extension Code {
  package static let missingForMode = Code("SPAI1332", "missing-for-mode")
  package static let ambiguousSource = Code("SPAI1333", "ambiguous-source")
  package static let misplacedWorkers = Code("SPAI1334", "misplaced-workers")
  package static let lostCheckpoints = Code("SPAI1335", "lost-checkpoints")
  package static let noCheckpoints = Code("SPAI1336", "no-checkpoints")
}

extension Diagnostic {
  fileprivate static func missingForMode(
    _ key: String,
    _ run: Spanned<RunMode>,
    _ place: Origin,
    _ why: String,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .missingForMode,
      .error,
      "\(owner) runs as '\(run.value.rawValue)', but has no '\(key)'",
      at: place.span.map { Label($0, "'\(key)' \(why)") },
      help: "Add '\(key)', or choose another 'run'."
    )
  }

  fileprivate static func ambiguousSource(_ kinds: [String], _ origin: Origin, _ owner: String) -> Self {
    let found = kinds.isEmpty ? "no source" : "\(kinds.count) sources: \(kinds.joined(separator: ", "))"
    return Diagnostic(
      .ambiguousSource,
      .error,
      "\(owner) has \(found)",
      at: origin.span.map { Label($0, "exactly one of kafka, rabbitmq and prometheus") },
      help: "Set the inherited one to 'null' when you choose another."
    )
  }

  fileprivate static func misplacedWorkers(
    _ distributed: Distributed,
    _ spec: JobSpec,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .misplacedWorkers,
      .error,
      "\(owner) is distributed, but runs as '\(spec.run.value.rawValue)' with \(spec.completions.value) completions",
      at: distributed.workers.origin.span.map { Label($0, "the workers are the completions of one run") },
      help: "Use 'run: batch' or 'run: scheduled', and leave 'completions' and 'parallelism' alone."
    )
  }

  fileprivate static func lostCheckpoints(
    _ name: Spanned<String>,
    _ volume: Keyed<Volume>.Item,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .lostCheckpoints,
      .error,
      "the checkpoints of \(owner) go with its pod: volume '\(name.value)' has no claim",
      at: name.origin.span.map { Label($0, "must outlive the pod") },
      related: volume.origin.span.map { [Label($0, "the volume")] } ?? [],
      help: "Give the volume a 'claim'."
    )
  }

  fileprivate static func noCheckpoints(_ spot: Spanned<Bool>, _ owner: String) -> Self {
    Diagnostic(
      .noCheckpoints,
      .error,
      "\(owner) may lose its node, but keeps no checkpoints",
      at: spot.origin.span.map { Label($0, "all work would be lost with the node") },
      help: "Name the volume of its checkpoints under 'checkpoints', or remove 'spot'."
    )
  }
}
