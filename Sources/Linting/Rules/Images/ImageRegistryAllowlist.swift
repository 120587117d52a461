internal import Diagnostics
internal import Validation

extension LintRule {
  /// Refuses images from registries that are not on the list.
  static let imageRegistryAllowlist = LintRule(
    "SPAI2104",
    "image-registry-allowlist",
    .images,
    .error,
    rationale:
      "An image from elsewhere has passed none of the checks that the registries of the platform make.",
    remediation:
      "Copy the image into one of the 'registries', or add its registry to them.",
    aliases: [
      .gatekeeper: ["allowedrepos", "allowedreposv2"], .kubescape: ["C-0078", "C-0304"],
      .kyverno: [
        "restrict-image-registries", "advanced-restrict-image-registries", "allowed-image-repos",
        "only-trustworthy-registries-set-root",
      ], .popeye: ["POP-113"],
      .trivy: ["KSV-0125", "KSV-0032", "KSV-0033", "KSV-0034", "KSV-0035", "KSV-0124"],
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
                image: «registry.example.com/a/api|registry.example.com.evil.test/api»:1.2.3
        """,
        settings: { $0.registries = ["registry.example.com"] }
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
                image: «docker.io/library/nginx|docker.io/other/nginx»:1.29.3
        """,
        settings: { $0.registries = ["docker.io/library/"] }
      ),
    ],
    check: .container { container, context, report in
      let allowed = context.settings.registries
      guard !allowed.isEmpty, let image = ImageReference(container["image"]) else { return }
      guard !allowed.contains(where: image.isFrom) else { return }
      report.flag(container["image"], "comes from '\(image.registry)'", of: container.owner)
    }
  )
}
