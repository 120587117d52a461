package import Kubernetes

/// How one unit is backed up and restored; every number known and met.
package struct RecoveryPlan: Sendable {
  package let velero: Spanned<VeleroVersion>
  package let rpo: Spanned<TimeSpan>
  package let rto: Spanned<TimeSpan>
  /// In UTC.
  package let schedule: Spanned<String>
  package let retention: Spanned<TimeSpan>
  package let rehearsal: Rehearsal?

  /// A restore for trial, which nobody waits for.
  package struct Rehearsal: Sendable {
    package let schedule: Spanned<String>
    package let image: Spanned<String>
    package let pullSecret: Spanned<String>?
  }
}

extension TenantUnit {
  /// The namespace that backups are restored to for trial.
  package var rehearsalNamespace: String { "\(namespace.value)-rehearsal" }
}

/// The usual schedule that starts often enough.
///
/// - Parameters:
///   - minutes: The longest time between two starts.
///   - name: Whose it is: each name has a minute of its own, so that not all start at once.
/// - Returns: The schedule; nil where none is often enough.
func usualSchedule(startingEvery minutes: Int, of name: String) -> String? {
  let place = name.utf8.reduce(0) { ($0 * 31 + Int($1)) % 86_400 }
  let minute = place % 60
  if let hours = [24, 12, 8, 6, 4, 3, 2, 1].first(where: { $0 * 60 <= minutes }) {
    // Once a day is at night.
    let hour = place / 60 % min(hours, 6)
    return switch hours {
    case 24: "\(minute) \(hour) * * *"
    case 1: "\(minute) * * * *"
    default: "\(minute) \(hour)-23/\(hours) * * *"
    }
  }
  guard let step = [30, 15].first(where: { $0 <= minutes }) else { return nil }
  return "\(minute % step)-59/\(step) * * * *"
}
