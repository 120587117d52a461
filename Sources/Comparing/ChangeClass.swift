/// What a change does to what runs, the most dangerous first.
///
/// The order is the order of regret: what cannot be taken back, then what stops work, then what opens a door, then
/// what costs, then what is only a rollout.
package enum ChangeClass: UInt8, CaseIterable, Comparable, Hashable, Sendable {
  case dataAtRisk
  case deleted
  case recreated
  case exposureWidened
  case securityRelaxed
  case capacity
  case replicas
  case podsRestart
  case image
  /// No other class names it: a schedule, a file of configuration, a metric.
  case other
  case added
  case cosmetic

  /// The name in options and reports, for instance `data-at-risk`.
  package var name: String {
    switch self {
    case .dataAtRisk: "data-at-risk"
    case .deleted: "deleted"
    case .recreated: "recreated"
    case .exposureWidened: "exposure-widened"
    case .securityRelaxed: "security-relaxed"
    case .capacity: "capacity"
    case .replicas: "replicas"
    case .podsRestart: "pods-restart"
    case .image: "image"
    case .other: "other"
    case .added: "added"
    case .cosmetic: "cosmetic"
    }
  }

  /// The words for people, for instance `data at risk`.
  package var title: String {
    switch self {
    case .image: "image only"
    case .other: "otherwise changed"
    default: String(decoding: name.utf8.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }, as: UTF8.self)
    }
  }

  /// Whether a reviewer should see each such change: all that may lose, break, open, cost or interrupt something.
  package var isDangerous: Bool { self <= .podsRestart }

  package static func < (left: ChangeClass, right: ChangeClass) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A class, and the fact of Kubernetes for which it was chosen.
package struct Verdict: Hashable, Sendable {
  package let changeClass: ChangeClass
  /// One sentence without a final period.
  package let reason: String

  package init(_ changeClass: ChangeClass, _ reason: String) {
    self.changeClass = changeClass
    self.reason = reason
  }
}

extension [Verdict] {
  /// The verdicts by danger, one a class: the first that was given.
  func sortedAndUnique() -> [Verdict] {
    ChangeClass.allCases.compactMap { changeClass in first { $0.changeClass == changeClass } }
  }
}
