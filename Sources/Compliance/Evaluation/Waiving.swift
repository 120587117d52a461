package import Diagnostics

/// What became of a waiver.
package struct WaiverResult: Sendable {
  package let waiver: Waiver
  package let state: State
  /// How many failures it covers; those of an expired one have returned.
  package let matches: Int
  /// Until it expires; negative afterwards.
  package let daysLeft: Int

  /// Whether a waiver holds on the day of the run.
  package enum State: String, CaseIterable, Sendable {
    case active
    /// It covers no failure.
    case unmatched
    /// The object has other content than the one that it is pinned to.
    case otherContent = "other-content"
    /// Its approval is after the day of the run.
    case notYet = "not-yet"
    case expired
  }
}

/// Turns failures that a valid waiver covers into waived ones; reports waivers that are expired or cover nothing.
func waive(
  _ results: inout [RuleResult],
  by waivers: [Waiver],
  asOf day: Day,
  reporting findings: inout Findings
) -> [WaiverResult] {
  waivers.map { waiver in
    var matches = 0
    var pinnedElsewhere = 0
    let holds = waiver.approved <= day && day <= waiver.expires
    for rule in results.indices where waiver.rules.contains(results[rule].rule.name) {
      for unit in results[rule].units.indices {
        for (index, result) in results[rule].units[unit].subjects.enumerated()
        where result.outcome.kind == .failed {
          let subject = result.subject
          guard waiver.scope.covers(subject) else { continue }
          guard waiver.digest == nil || waiver.digest == subject.digest else {
            pinnedElsewhere += 1
            continue
          }
          matches += 1
          if holds { results[rule].units[unit].waive(at: index, by: waiver) }
        }
      }
    }
    let state: WaiverResult.State =
      if day > waiver.expires {
        .expired
      } else if day < waiver.approved {
        .notYet
      } else if matches > 0 {
        .active
      } else {
        pinnedElsewhere > 0 ? .otherContent : .unmatched
      }
    if let finding = Diagnostic.ineffective(waiver, state, matches) { findings.report(finding) }
    return WaiverResult(
      waiver: waiver,
      state: state,
      matches: matches,
      daysLeft: waiver.expires.days(since: day)
    )
  }
}

// MARK: - Messages

extension Code {
  package static let expiredWaiver = Code("SPAI1911", "expired-waiver")
  package static let idleWaiver = Code("SPAI1912", "idle-waiver")
}

extension Diagnostic {
  /// Why a waiver does not hold; nil for one that does.
  fileprivate static func ineffective(_ waiver: Waiver, _ state: WaiverResult.State, _ matches: Int) -> Self?
  {
    func idle(_ reason: String, _ help: String) -> Self {
      Diagnostic(
        .idleWaiver,
        .warning,
        "waiver '\(waiver.name)' waives nothing",
        at: waiver.span.map { Label($0, reason) },
        help: help
      )
    }
    return switch state {
    case .active: nil
    case .unmatched: idle("no failure of its rules is in its scope", "Remove it, or mend its scope.")
    case .otherContent: idle("the object has changed since", "Look at the change and have it approved anew.")
    case .notYet:
      idle("it is approved on \(waiver.approved)", "Check the day of the approval and of the run.")
    case .expired:
      Diagnostic(
        .expiredWaiver,
        .error,
        "waiver '\(waiver.name)' expired on \(waiver.expires)",
        at: waiver.span.map { Label($0, matches == 0 ? "covers nothing" : "its failures count again") },
        help: "Mend what it waives and remove it, or have it approved anew."
      )
    }
  }
}
