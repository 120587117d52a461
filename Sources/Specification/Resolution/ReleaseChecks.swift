package import Diagnostics
internal import Kubernetes

/// Checks of how a service's versions stand beside each other.
extension Resolver {
  mutating func checkRelease(_ spec: ServiceSpec, _ name: String, reporting findings: inout Findings) {
    let rollout = spec.rollout
    let owner = "service '\(name)'"
    checkImages(of: rollout, owner: owner, reporting: &findings)
    if spec.stateful.value, rollout.strategy.value != .rolling {
      findings.report(.statefulRelease(rollout.strategy, spec.stateful, owner))
      return
    }
    switch rollout.strategy.value {
    case .rolling, .recreate: return
    case .blueGreen:
      claimNames(["blue", "green", "preview"], of: name, for: rollout, reporting: &findings)
      if spec.container.ports.isEmpty {
        findings.report(.portlessRelease(rollout.strategy, owner))
      }
    case .canary:
      claimNames(["stable", "canary"], of: name, for: rollout, reporting: &findings)
      checkSteps(rollout.canary.steps, owner: owner, reporting: &findings)
      if let routing = rollout.canary.routing, routing.value == .gateway {
        checkRoute(spec, routing.origin, "canary.routing: gateway", owner: owner, reporting: &findings)
      }
    case .abTest:
      claimNames(["a", "b"], of: name, for: rollout, reporting: &findings)
      checkRoute(spec, rollout.strategy.origin, "strategy: abTest", owner: owner, reporting: &findings)
      if let test = rollout.abTest {
        if (test.header == nil) == (test.cookie == nil) {
          findings.report(.ambiguousMatch(test, owner))
        }
      } else {
        findings.report(.noVariant(rollout.strategy, owner))
      }
    }
    if let analysis = rollout.analysis { check(analysis, owner: owner, reporting: &findings) }
    reportFallbacks(of: spec, reporting: &findings)
  }

  /// Objects of a track are called after it, as a workload may be as well.
  private mutating func claimNames(
    _ tracks: [String],
    of name: String,
    for rollout: Rollout,
    reporting findings: inout Findings
  ) {
    for track in tracks {
      let taken = "\(name)-\(track)"
      if let first = names[taken] {
        findings.report(.takenReleaseName(taken, rollout.strategy, first, service: name))
      }
      releaseNames[taken] = (name, rollout.strategy)
    }
  }

  private func checkSteps(_ steps: [CanaryStep], owner: String, reporting findings: inout Findings) {
    for (step, next) in zip(steps, steps.dropFirst()) where next.weight.value <= step.weight.value {
      findings.report(.fallingSteps(step.weight, next.weight, owner))
    }
  }

  /// Dividing requests by what they carry, or by weight, is the gateway's.
  private func checkRoute(
    _ spec: ServiceSpec,
    _ place: Origin,
    _ field: String,
    owner: String,
    reporting findings: inout Findings
  ) {
    if platform.capabilities.gatewayAPI == nil {
      findings.report(.noRequestMatching(field, place, platform.header.origin, owner))
    } else if spec.expose == nil {
      findings.report(.unexposedRelease(field, place, owner))
    }
  }

  private func check(_ analysis: ReleaseAnalysis, owner: String, reporting findings: inout Findings) {
    for item in analysis.checks.items {
      let check = item.value
      if (check.atLeast == nil) == (check.atMost == nil) {
        findings.report(.ambiguousCheck(item, owner))
      }
      for argument in arguments(in: check.query.value) where !knownArguments.contains(argument) {
        findings.report(.unknownArgument(argument, check.query.origin, owner))
      }
    }
  }

  private func reportFallbacks(of spec: ServiceSpec, reporting findings: inout Findings) {
    let capabilities = platform.capabilities
    let strategy = spec.rollout.strategy.value
    if capabilities.argoRollouts == nil {
      switch strategy {
      case .blueGreen:
        reportMissing(
          "argoRollouts",
          "'rollout.strategy: blueGreen' is two Deployments, which 'rollout.blueGreen.active' switches",
          reporting: &findings
        )
      case .canary:
        reportMissing(
          "argoRollouts",
          "'rollout.strategy: canary' is a second Deployment, whose share is moved by hand",
          reporting: &findings
        )
      case .rolling, .recreate, .abTest: break
      }
      if strategy != .abTest, spec.rollout.analysis?.checks.isEmpty == false {
        reportMissing(
          "argoRollouts",
          "'rollout.analysis' is left out: new versions are neither measured nor rolled back",
          reporting: &findings
        )
      }
    }
    if strategy == .canary, capabilities.gatewayAPI == nil, spec.expose != nil,
      spec.rollout.canary.routing?.value != .pods
    {
      reportMissing(
        "gatewayAPI",
        "'rollout.canary' divides requests by the number of pods",
        reporting: &findings
      )
    }
  }
}

/// What a query may ask of the version that is measured.
private let knownArguments = ["service", "namespace", "hash"]

/// The names in `{{args.name}}`.
private func arguments(in query: String) -> [String] {
  query.split(separator: "{{").dropFirst().compactMap { part in
    guard let end = part.firstIndex(of: "}") else { return nil }
    let words = part[..<end].split(separator: " ")
    guard let word = words.first, words.count == 1, word.hasPrefix("args.") else {
      return words.joined(separator: " ")
    }
    return String(word.dropFirst(5))
  }
}

// MARK: - Messages

extension Code {
  package static let statefulRelease = Code("SPAI1380", "stateful-release")
  package static let noRequestMatching = Code("SPAI1381", "no-request-matching")
  package static let unexposedRelease = Code("SPAI1382", "unexposed-release")
  package static let noVariant = Code("SPAI1383", "no-variant")
  package static let fallingSteps = Code("SPAI1384", "falling-steps")
  package static let ambiguousMatch = Code("SPAI1385", "ambiguous-match")
  package static let ambiguousCheck = Code("SPAI1386", "ambiguous-check")
  package static let takenReleaseName = Code("SPAI1387", "taken-release-name")
  package static let unknownArgument = Code("SPAI1388", "unknown-argument")
  package static let portlessRelease = Code("SPAI1389", "portless-release")
}

extension Diagnostic {
  fileprivate static func statefulRelease(
    _ strategy: Spanned<ReleaseStrategy>,
    _ stateful: Spanned<Bool>,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .statefulRelease,
      .error,
      "\(owner) is stateful, but its release strategy is '\(strategy.value.rawValue)'",
      at: strategy.origin.span.map { Label($0, "stateful services are released pod by pod") },
      related: stateful.origin.span.map { [Label($0, "stateful")] } ?? [],
      help: "Set 'rollout.strategy: rolling'."
    )
  }

  fileprivate static func noRequestMatching(
    _ field: String,
    _ place: Origin,
    _ platform: Origin,
    _ owner: String
  ) -> Self {
    Diagnostic(
      .noRequestMatching,
      .error,
      "'rollout.\(field)' of \(owner) needs capability 'gatewayAPI'",
      at: place.span.map { Label($0, "divides requests, which an Ingress cannot") },
      related: platform.span.map { [Label($0, "this platform does not have it")] } ?? [],
      help:
        "Use 'rollout.strategy: canary' with 'routing: pods', which needs no operator, or add the capability."
    )
  }

  fileprivate static func unexposedRelease(_ field: String, _ place: Origin, _ owner: String) -> Self {
    Diagnostic(
      .unexposedRelease,
      .error,
      "'rollout.\(field)' of \(owner) needs 'expose'",
      at: place.span.map { Label($0, "the gateway divides requests that come through it") },
      help: "Expose the service, or use 'rollout.strategy: canary' with 'routing: pods'."
    )
  }

  fileprivate static func noVariant(_ strategy: Spanned<ReleaseStrategy>, _ owner: String) -> Self {
    Diagnostic(
      .noVariant,
      .error,
      "the release strategy of \(owner) is 'abTest', but there is no 'rollout.abTest'",
      at: strategy.origin.span.map { Label($0, "tests what, on whom, until when?") },
      help: "Add 'rollout.abTest' with 'variant', 'header' or 'cookie', and 'until'."
    )
  }

  fileprivate static func fallingSteps(_ step: Spanned<Int>, _ next: Spanned<Int>, _ owner: String) -> Self {
    Diagnostic(
      .fallingSteps,
      .error,
      "a canary of \(owner) goes from \(step.value) percent to \(next.value)",
      at: next.origin.span.map { Label($0, "not more than the step before") },
      related: step.origin.span.map { [Label($0, "the step before")] } ?? [],
      help: "Give each step more than the one before."
    )
  }

  fileprivate static func ambiguousMatch(_ test: ABTest, _ owner: String) -> Self {
    Diagnostic(
      .ambiguousMatch,
      .error,
      "the A/B test of \(owner) matches \(test.header == nil ? "nothing" : "a header and a cookie")",
      at: (test.cookie?.name ?? test.until).origin.span.map { Label($0, "exactly one of header and cookie") },
      related: test.header?.name.origin.span.map { [Label($0, "the header")] } ?? [],
      help: "Name one header or one cookie, whose bearers get the variant."
    )
  }

  fileprivate static func ambiguousCheck(_ item: Keyed<ReleaseCheck>.Item, _ owner: String) -> Self {
    Diagnostic(
      .ambiguousCheck,
      .error,
      "check '\(item.name)' of \(owner) has \(item.value.atLeast == nil ? "no bound" : "two bounds")",
      at: item.origin.span.map { Label($0, "exactly one of atLeast and atMost") },
      help: "Say the least that is right, or the most."
    )
  }

  static func takenReleaseName(
    _ name: String,
    _ strategy: Spanned<ReleaseStrategy>,
    _ other: Origin,
    service: String
  ) -> Self {
    Diagnostic(
      .takenReleaseName,
      .error,
      "'\(name)' is a workload, and a version of service '\(service)'",
      at: other.span.map { Label($0, "the name is needed by the strategy of '\(service)'") },
      related: strategy.origin.span.map { [Label($0, "the strategy")] } ?? [],
      help: "Rename the workload."
    )
  }

  fileprivate static func unknownArgument(_ name: String, _ place: Origin, _ owner: String) -> Self {
    Diagnostic(
      .unknownArgument,
      .error,
      "a query of \(owner) asks for '\(name)', which no release knows",
      at: place.span.map { Label($0, "could never be filled in") },
      help: "Use {{args.service}}, {{args.namespace}} or {{args.hash}}."
    )
  }

  fileprivate static func portlessRelease(_ strategy: Spanned<ReleaseStrategy>, _ owner: String) -> Self {
    Diagnostic(
      .portlessRelease,
      .error,
      "the release strategy of \(owner) is 'blueGreen', but it has no ports",
      at: strategy.origin.span.map { Label($0, "there is no Service to switch") },
      help: "Declare its ports, or use 'rolling', 'recreate' or 'canary'."
    )
  }
}
