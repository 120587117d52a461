internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers whose user may be one of the node's own.
  static let lowUID = LintRule(
    "SPAI2005",
    "low-uid",
    .podSecurity,
    .note,
    in: .strict,
    rationale:
      "A low number is mostly taken on the node as well, and what escapes from the container then owns what that user owns.",
    remediation:
      "Write a number of 'leastUid' or above into 'runAsUser' of the pod's security context.",
    aliases: [
      .checkov: ["CKV_K8S_40"], .datree: ["CONTAINERS_INCORRECT_RUNASUSER_VALUE_LOWUID"],
      .kics: ["Container Running With Low UID"], .kubeScore: ["container-security-context-user-group-id"],
      .trivy: ["KSV-0020"],
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
                runAsUser: «10001|1000»
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
              «securityContext: {runAsUser: 10001}|»
              containers:
              - ↓name: api
        """
      ),
    ],
    check: .pod { pod, context, report in
      guard !pod.isForWindows, !pod.hasUsersOfItsOwn else { return }
      let least = context.settings.leastUID
      let low = pod.faults(in: "runAsUser") { _, field in
        field.integer.map { $0 > 0 && $0 < least } ?? !field.isPresent
      }
      for field in low {
        let fault = field.integer.map { "is \($0), below \(least)" } ?? "is not written, so the image decides"
        report.flag(field, fault, of: pod.owner)
      }
    }
  )
}
