package import Diagnostics
import Kubernetes

extension Field {
  /// The quantity; nil where there is none that an API server could read.
  var quantity: Quantity? {
    textOrNumber.flatMap { Quantity(parsing: $0) }
  }

  /// Must be a quantity that is not negative.
  func mustBeQuantity(reporting findings: inout Findings) {
    guard let textOrNumber else { return }
    guard let quantity = Quantity(parsing: textOrNumber) else {
      return refuse(
        .apiQuantity,
        "is \(shown), not a quantity",
        help: "Write a number with a unit such as 500m, 2 or 4Gi.",
        reporting: &findings
      )
    }
    guard quantity.isNegative else { return }
    refuse(
      .apiQuantity,
      "is \(shown), less than 0",
      help: "Write 0 or more.",
      reporting: &findings
    )
  }

  /// Must be a quantity above zero.
  func mustBePositiveQuantity(reporting findings: inout Findings) {
    mustBeQuantity(reporting: &findings)
    guard let quantity, quantity.isZero else { return }
    refuse(.apiQuantity, "is 0", because: "must be more", help: "Write more than 0.", reporting: &findings)
  }

  /// Must be a quantity without thousandths, as of things that are counted.
  func mustBeWholeQuantity(reporting findings: inout Findings) {
    mustBeQuantity(reporting: &findings)
    guard let quantity, !quantity.isWhole else { return }
    refuse(
      .apiQuantity,
      "is \(shown), not a whole number",
      because: "'\(path.key)' is counted in whole ones",
      help: "Write a whole number.",
      reporting: &findings
    )
  }

  /// Must not be more than another quantity.
  func mustNotExceed(_ limit: Field, reporting findings: inout Findings) {
    guard let quantity, let most = limit.quantity, most < quantity else { return }
    refuse(
      .apiQuantity,
      "is \(shown), more than '\(limit.path.route)', \(limit.shown)",
      help: "Lower it, or raise '\(limit.path.route)'.",
      beside: limit,
      reporting: &findings
    )
  }

  /// Must be the same as another quantity.
  func mustEqual(_ other: Field, because reason: String, reporting findings: inout Findings) {
    guard let quantity, let expected = other.quantity, expected != quantity else { return }
    refuse(
      .apiQuantity,
      "is \(shown), not the same as '\(other.path.route)', \(other.shown)",
      because: reason,
      help: "Write the same quantity in both.",
      beside: other,
      reporting: &findings
    )
  }
}

/// What is known about a resource from its name alone.
struct ResourceName {
  let text: String

  /// The resources of the core that a container can have.
  var isNative: Bool {
    ["cpu", "memory", "ephemeral-storage"].contains(text) || isHugePages
  }

  var isHugePages: Bool { text.hasPrefix("hugepages-") }

  /// A device such as a GPU: some domain's own resource, counted in whole ones.
  var isExtended: Bool {
    text.contains("/") && !text.hasPrefix("kubernetes.io/") && !text.contains(".kubernetes.io/")
      && !text.hasPrefix("requests.")
  }

  /// Whether more of it can be promised than there is, so that a request may be less than its limit.
  var canBeOvercommitted: Bool { !isHugePages && !isExtended }
}

extension Code {
  package static let apiQuantity = Code("SPAI1704", "api-quantity")
}
