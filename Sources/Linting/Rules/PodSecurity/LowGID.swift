internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers whose group may be one of the node's own.
  static let lowGID = LintRule(
    "SPAI2006",
    "low-gid",
    .podSecurity,
    .note,
    in: .strict,
    rationale:
      "A low number is mostly taken on the node as well, and what escapes from the container then owns what that group owns; without a number it is group 0.",
    remediation:
      "Write a number of 'leastUid' or above into 'runAsGroup' of the pod's security context.",
    aliases: [
      .datree: ["CONTAINERS_INCORRECT_RUNASGROUP_VALUE_LOWGID"],
      .kubeScore: ["container-security-context-user-group-id"], .trivy: ["KSV-0021"],
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              securityContext:
                runAsGroup: «10001|1000»
              containers:
              - name: api
        """
      ),
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            spec:
              «securityContext: {runAsGroup: 10001}|»
              containers:
              - ↓name: api
        """
      ),
    ],
    check: .pod { pod, context, report in
      guard !pod.isForWindows, !pod.hasUsersOfItsOwn else { return }
      let least = context.settings.leastUID
      let low = pod.faults(in: "runAsGroup") { _, field in
        field.integer.map { $0 > 0 && $0 < least } ?? !field.isPresent
      }
      for field in low {
        let fault = field.integer.map { "is \($0), below \(least)" } ?? "is not written, so the image decides"
        report.flag(field, fault, of: pod.owner)
      }
    }
  )
}
