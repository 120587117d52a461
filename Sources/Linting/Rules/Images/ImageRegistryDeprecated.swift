internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of registries that get no new images.
  static let imageRegistryDeprecated = LintRule(
    "SPAI2105",
    "image-registry-deprecated",
    .images,
    .warning,
    rationale:
      "'k8s.gcr.io' has been frozen since 2023, and it is not promised to stay.",
    remediation:
      "Write 'registry.k8s.io' instead.",
    aliases: [
      .kubescape: ["C-0253"], .kyverno: ["restrict-deprecated-registry"],
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
                image: «registry.k8s.io|k8s.gcr.io»/pause:3.9
        """
      )
    ],
    check: .container { container, _, report in
      guard let image = ImageReference(container["image"]) else { return }
      let isFrozen =
        image.registry == "k8s.gcr.io"
        || image.registry == "gcr.io" && image.repository.hasPrefix("google_containers/")
      guard isFrozen else { return }
      report.flag(container["image"], "comes from a registry that is frozen", of: container.owner)
    }
  )
}
