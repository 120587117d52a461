package import Validation

/// The levels of the Pod Security Standards that refuse anything; `privileged` refuses nothing.
package enum PodSecurityLevel: String, CaseIterable, Sendable {
  case baseline
  case restricted
}

/// What a check of the Pod Security Standards refuses about a pod.
package struct PodSecurityViolation: Sendable {
  /// The admission plugin's own name of the check, for instance `capabilities_restricted`.
  package let check: String
  /// What is wrong with the field, to be read after its path.
  package let fault: String
  /// The first place that is refused.
  package let field: Field
  /// Further places that the same check refuses.
  package let others: [Field]
}

/// What the Pod Security admission plugin refuses about a pod, once for each of its checks.
///
/// The plugin sees pods as the API server has completed them, so a container's port is the node's as well where the
/// pod is in the node's network. Exemptions, which clusters configure, are not known here.
///
/// - Parameters:
///   - pod: The pod, whatever makes it.
///   - level: The level that its namespace enforces.
///   - minor: The minor version of the cluster and of its policy.
/// - Returns: The violations in the plugin's order: the checks of `baseline`, then those of `restricted`, by name.
package func podSecurityViolations(
  of pod: Pod,
  at level: PodSecurityLevel,
  minor: Int
) -> [PodSecurityViolation] {
  let subject = PodSecuritySubject(pod, minor: minor)
  return checks(at: level, minor: minor).compactMap { check in
    let offences = check.offences(of: subject)
    guard let first = offences.first else { return nil }
    let others = offences.dropFirst().map(\.field)
    return PodSecurityViolation(check: check.id, fault: first.fault, field: first.field, others: others)
  }
}

/// The checks that a level has in a version: a stronger check takes the place of the weaker one of `baseline`.
private func checks(at level: PodSecurityLevel, minor: Int) -> [PodSecurityCheck] {
  let baseline = baselineChecks.filter { $0.since <= minor }
  guard level == .restricted else { return baseline }
  let restricted = restrictedChecks.filter { $0.since <= minor }
  let replaced = restricted.compactMap(\.replaced)
  return baseline.filter { !replaced.contains($0.id) } + restricted
}
