import Diagnostics

/// A failure that somebody answers for, for a time.
///
/// A waived failure is never a pass, in no report.
package struct Waiver: Sendable {
  /// For instance `W-2026-004`.
  package let name: String
  /// Never all of them: a waiver names what it waives.
  package let rules: [String]
  package let scope: Scope
  package let category: Category
  package let reason: String
  /// What holds the risk down meanwhile, by reference.
  package let compensating: [String]
  package let owner: String
  package let approver: String
  package let approved: Day
  /// The last day on which it holds.
  package let expires: Day
  package let ticket: String
  /// The SHA-256 of the only content that it holds for.
  package let digest: String?
  let span: Span?

  /// The one object that it is about; what is absent is absent there too.
  package struct Scope: Hashable, Sendable {
    package let tenant: String?
    package let environment: String?
    /// Where it is given; a unit has one namespace as a rule.
    package let namespace: String?
    package let kind: String
    package let name: String

    package func covers(_ subject: Subject) -> Bool {
      tenant == subject.tenant && environment == subject.environment && kind == subject.kind
        && name == subject.name && (namespace == nil || namespace == subject.namespace)
    }
  }

  /// What kind of answer it is.
  package enum Category: String, CaseIterable, Sendable {
    case falsePositive = "false-positive"
    case compensatingControl = "compensating-control"
    case riskAccepted = "risk-accepted"
    /// The other way to meet an addressable specification of HIPAA.
    case addressableAlternative = "addressable-alternative"
  }
}
