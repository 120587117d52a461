internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of SELinux labels that confine less than those of containers.
  static let seLinuxOptions = LintRule(
    "SPAI2015",
    "selinux-options",
    .podSecurity,
    .warning,
    rationale:
      "A type such as 'spc_t', or a user or role of one's own, takes the container out of the rules that SELinux has for containers.",
    remediation:
      "Leave 'user' and 'role' out, and write one of the types for containers, or none.",
    aliases: [
      .datree: [
        "EKS_INVALID_SELINUXOPTIONS_TYPE_VALUE", "EKS_INVALID_SELINUXOPTIONS_USER_VALUE",
        "EKS_INVALID_SELINUXOPTIONS_ROLE_VALUE",
      ], .gatekeeper: ["selinux"], .kyverno: ["disallow-selinux"], .podSecurity: ["seLinuxOptions"],
      .trivy: ["KSV-0025"],
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
                seLinuxOptions:
                  type: «container_t|spc_t»
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
                  seLinuxOptions:
                    ↓«level|user»: system_u
        """
      ),
    ],
    check: .pod { pod, context, report in
      let types = typesOfContainers(minor: context.settings.kubernetesMinor)
      for options in pod.faults(in: "seLinuxOptions", where: { $1.isMap }) {
        if let type = options["type"].written, !types.contains(type) {
          report.flag(options["type"], "is '\(type)', no type for containers", of: pod.owner)
        }
        for key in ["user", "role"] where options[key].written != nil {
          report.flag(options[key], "is \(options[key].shown)", of: pod.owner)
        }
      }
    }
  )
}
