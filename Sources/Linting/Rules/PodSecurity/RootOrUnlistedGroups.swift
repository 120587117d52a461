internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of pods whose files and processes belong to root's group.
  static let rootOrUnlistedGroups = LintRule(
    "SPAI2007",
    "root-or-unlisted-groups",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "Group 0 owns much on a node and in most images; what is in it may often write where it should only read.",
    remediation:
      "Write the number of a group other than 0.",
    aliases: [
      .gatekeeper: ["fsgroup"],
      .kyverno: [
        "require-non-root-groups", "psp-check-supplemental-groups", "validate-userid-groupid-fsgroup",
      ], .trivy: ["KSV-0116"],
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
                fsGroup: «10001|0»
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
              securityContext:
                supplementalGroups: [«10001|0»]
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
              containers:
              - name: api
                securityContext:
                  runAsGroup: «10001|0»
        """
      ),
    ],
    check: .pod { pod, _, report in
      guard !pod.hasUsersOfItsOwn else { return }
      let ofPod = [pod.security("fsGroup")] + pod.security("supplementalGroups").items
      let ofContainers = pod.faults(in: "runAsGroup") { $1.integer == 0 }
      for field in ofPod.filter({ $0.integer == 0 }) + ofContainers {
        report.flag(field, "is 0, which is root's group", of: pod.owner)
      }
    }
  )
}
