internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of the Kubernetes dashboard.
  static let imageDashboard = LintRule(
    "SPAI2107",
    "image-dashboard",
    .images,
    .warning,
    in: .strict,
    rationale:
      "The dashboard is a web page with the rights of its account; left open, it has given clusters away.",
    remediation:
      "Remove it, or keep it behind a login with accounts that may only read.",
    aliases: [
      .checkov: ["CKV_K8S_33"], .kics: ["Dashboard Is Enabled"], .kubescape: ["C-0014"],
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
              containers:
              - name: api
                image: docker.io/kubernetesui/«api|dashboard»:v2.7.0
        """
      )
    ],
    check: .container { container, _, report in
      guard let image = ImageReference(container["image"]) else { return }
      let isDashboard =
        image.repository.hasPrefix("kubernetesui/dashboard")
        || image.baseName.hasPrefix("kubernetes-dashboard")
      if isDashboard { report.flag(container["image"], "is the Kubernetes dashboard", of: container.owner) }
    }
  )
}
