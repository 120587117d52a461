internal import Kubernetes
package import YAMLSyntax

/// A number of pods, or a share of them: Kubernetes' IntOrString.
package enum CountOrPercent: Hashable, Sendable {
  case count(Int)
  case percent(Int)

  package init?(parsing text: String) {
    if text.hasSuffix("%") {
      guard let share = Int(text.dropLast()), (0...100).contains(share) else { return nil }
      self = .percent(share)
    } else {
      guard let count = Int(text), count >= 0 else { return nil }
      self = .count(count)
    }
  }

  /// How many of `total` it is, rounded up as the Deployment controller rounds a surge.
  package func surge(of total: Int) -> Int {
    switch self {
    case .count(let count): count
    case .percent(let share): (total * share + 99) / 100
    }
  }

  package var isZero: Bool {
    self == .count(0) || self == .percent(0)
  }
}

extension CountOrPercent: SpecValue {
  package static var schema: Schema { .scalar(.countOrPercent) }

  package init?(node: Node) {
    guard let text = node.scalar?.text else { return nil }
    self.init(parsing: text)
  }
}
