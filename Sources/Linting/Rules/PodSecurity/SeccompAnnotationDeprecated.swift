internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of seccomp annotations, which nothing reads any more.
  static let seccompAnnotationDeprecated = LintRule(
    "SPAI2013",
    "seccomp-annotation-deprecated",
    .podSecurity,
    .warning,
    rationale:
      "Since Kubernetes 1.27 the annotations of seccomp have no effect: the profile that they name is not in use.",
    remediation:
      "Write the profile into 'securityContext.seccompProfile', and remove the annotation.",
    aliases: [
      .kubeaudit: ["SeccompDeprecatedAnnotations"]
    ],
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          template:
            metadata:
              annotations:
                «example.com/a|seccomp.security.alpha.kubernetes.io/pod»: runtime/default
            spec:
              containers:
              - name: api
        """
      )
    ],
    check: .pod { pod, _, report in
      for (key, value) in pod.template["metadata"]["annotations"].entries
      where key == "seccomp.security.alpha.kubernetes.io/pod"
        || key.hasPrefix("container.seccomp.security.alpha.kubernetes.io/")
      {
        report.flag(value, "has no effect", of: pod.owner)
      }
    }
  )
}
