internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of containers that may run as root.
  static let runAsNonRoot = LintRule(
    "SPAI2003",
    "run-as-non-root",
    .podSecurity,
    .warning,
    in: .strict,
    rationale:
      "Root in a container is root on the node once something lets it out, and many faults do.",
    remediation:
      "Set 'runAsNonRoot' to true in the pod's security context, and 'runAsUser' where the image names no number.",
    aliases: [
      .checkov: ["CKV_K8S_23"], .datree: ["CONTAINERS_INCORRECT_RUNASNONROOT_VALUE"], .gatekeeper: ["users"],
      .kics: ["Container Running As Root"], .kubeLinter: ["run-as-non-root"],
      .kubeaudit: ["RunAsNonRootCSCFalse", "RunAsNonRootPSCFalseCSCNil", "RunAsNonRootPSCNilCSCNil"],
      .kubescape: ["C-0013", "C-0198", "C-0218"], .kyverno: ["require-run-as-nonroot"],
      .podSecurity: ["runAsNonRoot"], .polaris: ["runAsRootAllowed"], .popeye: ["POP-302", "POP-306"],
      .trivy: ["KSV-0012"],
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
                runAsNonRoot: «true|false»
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
              - ↓name: api
                «securityContext: {runAsUser: 10001}|»
        """
      ),
    ],
    check: .pod { pod, _, report in
      guard !pod.isForWindows, !pod.hasUsersOfItsOwn else { return }
      let open = pod.faults(in: "runAsNonRoot") { container, field in
        !field.isTrue && (container.effective("runAsUser").integer ?? 0) == 0
      }
      for field in open {
        report.flag(field, field.isFalse ? "is false" : "is not set to true", of: pod.owner)
      }
    }
  )
}
