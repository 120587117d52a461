internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of images that a node takes from its own store.
  static let imagePullPolicyAlways = LintRule(
    "SPAI2103",
    "image-pull-policy-always",
    .images,
    .note,
    in: .all,
    rationale:
      "With another policy than 'Always' a node runs what it has under that tag, whoever put it there, and asks for no credentials.",
    remediation:
      "Write the policy 'Always', or name the image by its digest.",
    aliases: [
      .checkov: ["CKV_K8S_15"], .kics: ["Image Pull Policy Of The Container Is Not Set To Always"],
      .kubeScore: ["container-image-pull-policy"], .kubescape: ["C-0075"],
      .kyverno: ["imagepullpolicy-always"], .polaris: ["pullPolicyNotAlways"],
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
                image: registry.example.com/api:1.2.3
                imagePullPolicy: «Always|IfNotPresent»
        """
      )
    ],
    check: .container { container, _, report in
      guard let image = ImageReference(container["image"]), image.digest == nil else { return }
      let policy = container["imagePullPolicy"], isMoving = image.tag == nil || image.tag == "latest"
      guard policy.text != "Always", policy.isPresent || !isMoving else { return }
      report.flag(
        policy,
        "is \(policy.isPresent ? policy.shown : "'IfNotPresent' by default")",
        of: container.owner
      )
    }
  )
}
