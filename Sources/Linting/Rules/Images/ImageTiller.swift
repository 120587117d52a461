internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses the server of Helm 2.
  static let imageTiller = LintRule(
    "SPAI2106",
    "image-tiller",
    .images,
    .error,
    rationale:
      "Tiller does what anybody in the cluster asks, as cluster administrator, and has had no fixes since 2020.",
    remediation:
      "Remove it; Helm since 3 needs no server.",
    aliases: [
      .checkov: ["CKV_K8S_34", "CKV_K8S_44", "CKV_K8S_45"],
      .kics: [
        "Tiller (Helm v2) Is Deployed", "Tiller Service Is Not Deleted",
        "Tiller Deployment Is Accessible From Within The Cluster",
      ], .kyverno: ["disallow-helm-tiller"], .trivy: ["KSV-0102"],
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
                image: ghcr.io/helm/«api|tiller»:v2.17.0
        """
      )
    ],
    check: .container { container, _, report in
      guard ImageReference(container["image"])?.baseName == "tiller" else { return }
      report.flag(container["image"], "is the server of Helm 2", of: container.owner)
    }
  )
}
