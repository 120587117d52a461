internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of images that are another one tomorrow.
  static let imageLatestOrUntagged = LintRule(
    "SPAI2101",
    "image-latest-or-untagged",
    .images,
    .warning,
    rationale:
      "Without a release's tag two replicas may run two programs, and there is nothing to roll back to.",
    remediation:
      "Write the tag of a release, or a digest.",
    aliases: [
      .checkov: ["CKV_K8S_14"], .datree: ["CONTAINERS_MISSING_IMAGE_VALUE_VERSION"],
      .gatekeeper: ["disallowedtags"], .kics: ["Invalid Image Tag"], .kubeLinter: ["latest-tag"],
      .kubeScore: ["container-image-tag"], .kubeaudit: ["ImageTagMissing"], .kyverno: ["disallow-latest-tag"],
      .polaris: ["tagNotSpecified"], .popeye: ["POP-100", "POP-101"], .sonar: ["S6596"], .trivy: ["KSV-0013"],
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
                image: registry.example.com/api«:1.2.3|:latest»
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
                image: «registry.example.com:5000/api:1.2.3|registry.example.com:5000/api»
        """
      ),
    ],
    check: .container { container, _, report in
      guard let image = ImageReference(container["image"]), image.digest == nil else { return }
      switch image.tag {
      case nil: report.flag(container["image"], "has no tag", of: container.owner)
      case "latest": report.flag(container["image"], "has the tag 'latest'", of: container.owner)
      default: break
      }
    }
  )
}
