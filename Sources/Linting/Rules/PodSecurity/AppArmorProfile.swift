internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses containers that are taken out of AppArmor.
  static let appArmorProfile = LintRule(
    "SPAI2014",
    "apparmor-profile",
    .podSecurity,
    .error,
    rationale:
      "A node with AppArmor confines every container by the runtime's profile; 'Unconfined' gives that up.",
    remediation:
      "Write 'RuntimeDefault', or a 'Localhost' profile with what is needed.",
    aliases: [
      .gatekeeper: ["apparmor"], .kics: ["Missing AppArmor Profile"],
      .kubeaudit: [
        "AppArmorAnnotationMissing", "AppArmorBadValue", "AppArmorDisabled", "AppArmorInvalidAnnotation",
      ], .kyverno: ["restrict-apparmor-profiles"], .podSecurity: ["appArmorProfile"], .trivy: ["KSV-0002"],
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
                appArmorProfile:
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
            metadata:
              annotations:
                container.apparmor.security.beta.kubernetes.io/api: «runtime/default|unconfined»
            spec:
              containers:
              - name: api
        """
      ),
    ],
    check: .pod { pod, _, report in
      for profile in pod.faults(in: "appArmorProfile", where: { $1["type"].text == "Unconfined" }) {
        report.flag(profile["type"], "is 'Unconfined'", of: pod.owner)
      }
      for (key, value) in pod.template["metadata"]["annotations"].entries
      where key.hasPrefix("container.apparmor.security.beta.kubernetes.io/") && value.text == "unconfined" {
        report.flag(value, "is 'unconfined'", of: pod.owner)
      }
    }
  )
}
