internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of images that are named by a tag alone.
  static let imageDigest = LintRule(
    "SPAI2102",
    "image-digest",
    .images,
    .note,
    in: .strict,
    rationale:
      "A tag can be moved to another image by whoever may write to the registry; a digest is the very bytes.",
    remediation:
      "Write '@sha256:' and the digest after the tag.",
    aliases: [
      .checkov: ["CKV_K8S_43"], .datree: ["CONTAINERS_MISSING_IMAGE_VALUE_DIGEST"],
      .gatekeeper: ["imagedigests"], .kics: ["Image Without Digest"], .kubescape: ["C-0306"],
      .kyverno: ["require-image-checksum"],
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
                image: registry.example.com/api:1.2.3«@sha256:3eb9e14c19c316327131d2ead3e57e1b28e6b04331ed017debf9adab972e48e3|»
        """
      )
    ],
    check: .container { container, _, report in
      guard let image = ImageReference(container["image"]), image.digest == nil else { return }
      report.flag(container["image"], "has no digest", of: container.owner)
    }
  )
}
