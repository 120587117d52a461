internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses containers that are taken out of seccomp.
  static let seccompUnconfined = LintRule(
    "SPAI2012",
    "seccomp-unconfined",
    .podSecurity,
    .error,
    rationale:
      "'Unconfined' lets the container make every system call, whatever the node's default is.",
    remediation:
      "Write 'RuntimeDefault', or a 'Localhost' profile with the calls that are needed.",
    aliases: [
      .kubeaudit: ["SeccompDisabledContainer", "SeccompDisabledPod"], .kyverno: ["restrict-seccomp"],
      .podSecurity: ["seccompProfile_baseline"], .trivy: ["KSV-0104"],
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
                seccompProfile:
                  type: «RuntimeDefault|Unconfined»
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
                  seccompProfile:
                    type: «RuntimeDefault|Unconfined»
        """
      ),
    ],
    check: .pod { pod, _, report in
      for profile in pod.faults(in: "seccompProfile", where: { $1["type"].text == "Unconfined" }) {
        report.flag(profile["type"], "is 'Unconfined'", of: pod.owner)
      }
    }
  )
}
