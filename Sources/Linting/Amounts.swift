package import Kubernetes
package import Validation

/// The side of `resources` that an amount is on.
package enum Bound: String, Sendable {
  case requests
  case limits
}

extension Field {
  /// The value as a quantity; nil where it is none.
  package var quantity: Quantity? { textOrNumber.flatMap { Quantity(parsing: $0) } }

  /// A number, or a percentage of a count; nil where it is neither.
  package func share(of whole: Int, roundingUp: Bool) -> Int? {
    if let count { return count }
    guard let percent else { return nil }
    let (product, overflow) = percent.multipliedReportingOverflow(by: whole)
    return overflow || product > .max - 99 ? nil : (product + (roundingUp ? 99 : 0)) / 100
  }

  /// A number of pods, as far as one can be reckoned with: nobody runs a million of them.
  package var count: Int? { integer.map { min(max($0, 0), 1_000_000) } }

  /// The number before a percent sign.
  package var percent: Int? {
    guard let text, text.utf8.last == UInt8(ascii: "%") else { return nil }
    return Int(text.dropLast())
  }
}

extension Container {
  /// The field of an amount, as it is written.
  package func amount(_ bound: Bound, _ resource: String) -> Field {
    field["resources"][bound.rawValue][resource]
  }

  /// Whether anything states the amount: the container, its pod, or a LimitRange of the namespace.
  package func states(_ bound: Bound, _ resource: String, in objects: ObjectSet) -> Bool {
    amount(bound, resource).isPresent
      || bound == .requests && amount(.limits, resource).isPresent
      || pod["resources"][bound.rawValue][resource].isPresent
      || pod["resources"]["limits"][resource].isPresent
      || objects.fallback(bound, resource, in: owner.namespace) != nil
  }

  /// What the container has once an API server has filled the gaps.
  package func effective(_ bound: Bound, _ resource: String, in objects: ObjectSet) -> Quantity? {
    if let own = amount(bound, resource).quantity { return own }
    if bound == .requests, let limit = amount(.limits, resource).quantity { return limit }
    return objects.fallback(bound, resource, in: owner.namespace)
  }
}

extension Pod {
  /// What the pod has of a resource, as the scheduler and quotas count it: containers and sidecars at a time, or
  /// more where an init container needs more, and the overhead of its runtime class.
  package func total(_ bound: Bound, _ resource: String, in objects: ObjectSet) -> Quantity {
    if let own = spec["resources"][bound.rawValue][resource].quantity { return own }
    var beside = Quantity.zero, peak = Quantity.zero
    for container in containers {
      let amount = container.effective(bound, resource, in: objects) ?? .zero
      if container.isSetup {
        peak = max(peak, beside + amount)
      } else {
        beside = beside + amount
      }
    }
    return max(peak, beside) + (spec["overhead"][resource].quantity ?? .zero)
  }
}

extension ObjectSet {
  /// The items of the LimitRanges of a namespace that are about containers.
  package func containerLimits(in namespace: String?) -> [(range: APIObject, item: Field)] {
    ofKind("LimitRange", in: namespace).flatMap { range in
      range.spec["limits"].items.filter { $0["type"].text == "Container" }.map { (range, $0) }
    }
  }

  /// What an API server writes into containers that say nothing: `default` falls back on `max`, and
  /// `defaultRequest` on `default` and then on `min`.
  package func fallback(_ bound: Bound, _ resource: String, in namespace: String?) -> Quantity? {
    let keys = bound == .limits ? ["default", "max"] : ["defaultRequest", "default", "max", "min"]
    for (_, item) in containerLimits(in: namespace) {
      for key in keys {
        if let value = item[key][resource].quantity { return value }
      }
    }
    return nil
  }
}
