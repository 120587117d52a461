internal import Diagnostics
internal import Kubernetes

extension Resolver {
  /// How the service's versions stand beside each other.
  ///
  /// The same words mean the same version either way: what Argo Rollouts moves to by steps is what the fallback runs
  /// beside the old one. So a cluster that gets the operator, or loses it, needs no other spec.
  ///
  /// - Parameters:
  ///   - spec: The service, whose strategy has been checked.
  ///   - workload: Its workload; gets the image that the one Rollout is to run.
  ///   - minimum: The least of its pods.
  ///   - maximum: The most of its pods.
  /// - Returns: The release.
  func release(
    of spec: ServiceSpec,
    _ workload: inout Workload,
    minimum: Spanned<Int>,
    maximum: Spanned<Int>
  ) -> Release {
    let rollout = spec.rollout
    let operators = platform.capabilities.argoRollouts
    func track(_ name: String, _ other: OtherVersion?) -> Track {
      let image = image(of: spec, other)
      return Track(
        name: name,
        image: image.map { reference($0) } ?? workload.image,
        version: other?.tag ?? workload.version,
        records: other?.records ?? workload.records,
        minimum: minimum,
        maximum: maximum
      )
    }
    func move(to other: OtherVersion?) {
      guard let other, let image = image(of: spec, other) else { return }
      workload.image = reference(image)
      workload.version = other.tag
      workload.records = other.records
    }
    switch rollout.strategy.value {
    case .rolling, .recreate:
      return .direct
    case .blueGreen:
      let colours = rollout.blueGreen
      let active = colours.active.value == .blue ? colours.blue : colours.green
      if let operators {
        move(to: active)
        return .rollout(operators, byGateway: false)
      }
      let blue = track("blue", colours.blue), green = track("green", colours.green)
      // Two colours of one version would be twice the price of one.
      if blue.image.value == green.image.value {
        return .tracks([colours.active.value == .blue ? blue : green], byGateway: false)
      }
      return .tracks([blue, green], byGateway: false)
    case .canary:
      let byGateway = dividesByGateway(spec)
      if let operators {
        move(to: rollout.canary.next)
        return .rollout(operators, byGateway: byGateway)
      }
      let stable = track("stable", nil)
      guard let next = rollout.canary.next else { return .tracks([stable], byGateway: false) }
      let canary = track("canary", next).withShare(rollout.canary.weight)
      return .tracks([stable, canary], byGateway: byGateway)
    case .abTest:
      return .tracks([track("a", nil), track("b", rollout.abTest?.variant)], byGateway: true)
    }
  }

  func dividesByGateway(_ spec: ServiceSpec) -> Bool {
    platform.capabilities.gatewayAPI != nil && spec.expose != nil
      && spec.rollout.canary.routing?.value != .pods
  }

  /// The service's image in another version; the digest of the one says nothing of the other.
  private func image(of spec: ServiceSpec, _ other: OtherVersion?) -> (Image, Registry)? {
    let image = spec.container.image
    guard let other, let registry = platform.registries[image.registry.value] else { return nil }
    let version = Image(
      registry: image.registry,
      name: image.name,
      tag: other.tag,
      digest: other.digest,
      records: other.records,
      pullPolicy: image.pullPolicy
    )
    return (version, registry)
  }
}

extension Track {
  /// The track with as many pods as make the share of all that the weight says: one at least.
  fileprivate func withShare(_ weight: Spanned<Int>) -> Track {
    func share(_ others: Spanned<Int>) -> Spanned<Int> {
      let rest = 100 - weight.value
      return Spanned(
        max(1, (others.value * weight.value + rest - 1) / rest),
        origin: Origin(span: weight.origin.span, derivation: .canaryShare)
      )
    }
    return Track(
      name: name,
      image: image,
      version: version,
      records: records,
      minimum: share(minimum),
      maximum: share(maximum)
    )
  }
}
