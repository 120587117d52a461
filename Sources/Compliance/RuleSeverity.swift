package import Diagnostics

/// How much a rule weighs for an auditor; finer than a finding's severity.
package enum RuleSeverity: Int, CaseIterable, Comparable, Sendable {
  case low
  case medium
  case high
  case critical

  /// The word of reports.
  package var name: String {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }

  /// The share in the manifest rule score.
  package var weight: Int {
    switch self {
    case .low: 1
    case .medium: 2
    case .high: 5
    case .critical: 10
    }
  }

  /// The longest time that a waiver may last, in days from its approval.
  package var longestWaiver: Int {
    self == .critical ? 30 : 180
  }

  /// What a lint rule of no table weighs.
  package init(_ severity: Severity) {
    switch severity {
    case .note: self = .low
    case .warning: self = .medium
    case .error: self = .high
    }
  }

  package static func < (left: RuleSeverity, right: RuleSeverity) -> Bool { left.rawValue < right.rawValue }
}
