internal import Diagnostics
internal import Validation

extension LintRule {
  /// Tells of images whose signatures no admission policy verifies.
  static let imageSignaturePolicy = LintRule(
    "SPAI2120",
    "image-signature-policy",
    .images,
    .note,
    in: .all,
    rationale:
      "A registry that is broken into hands out what the intruder put there; only a signature tells it from what was built.",
    remediation:
      "Write a policy that verifies the signatures of the images, such as a Kyverno rule with 'verifyImages'.",
    aliases: [
      .kubescape: ["C-0236", "C-0237"], .kyverno: ["verify-manifest-integrity"],
    ],
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          containers:
          - name: api
            ↓image: registry.example.com/a/api:1.2.3
        ---
        apiVersion: kyverno.io/v1
        kind: ClusterPolicy
        metadata: {name: signed}
        spec:
          rules:
          - name: signed
            verifyImages:
            - imageReferences: ["«registry|mirror».example.com/*"]
        """
      ),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api}
        spec:
          containers:
          - name: api
            ↓image: registry.example.com/a/api:1.2.3
        ---
        apiVersion: policy.sigstore.dev/v1beta1
        kind: ClusterImagePolicy
        metadata: {name: signed}
        spec:
          images:
          - glob: "registry.example.com/«**|b/*»"
        """
      ),
    ],
    check: .set(about: .pods) { set, _, report in
      let patterns = set.objects.flatMap(verifiedImages(by:))
      for pod in set.pods {
        for container in pod.containers {
          guard let image = ImageReference(container["image"]) else { continue }
          let name = "\(image.registry)/\(image.repository)"
          guard !patterns.contains(where: { matches(name[...], $0[...]) }) else { continue }
          report.flag(container["image"], "has a signature that no policy verifies", of: pod.owner)
        }
      }
    }
  )
}

/// The patterns of the images whose signatures a policy verifies, without tags.
private func verifiedImages(by policy: APIObject) -> [String] {
  let written: [Field] =
    switch (policy.group, policy.kind) {
    case ("kyverno.io", _):
      policy.spec["rules"].items.flatMap { $0["verifyImages"].items }
        .flatMap { $0["imageReferences"].items + [$0["image"]] }
    case ("policies.kyverno.io", _):
      policy.spec["matchImageReferences"].items.map { $0["glob"] }
    case ("policy.sigstore.dev", _):
      policy.spec["images"].items.map { $0["glob"] }
    default: []
    }
  return written.compactMap(\.written).map { pattern in
    guard let colon = pattern.lastIndex(of: ":"), !pattern[colon...].contains("/") else { return pattern }
    return String(pattern[..<colon])
  }
}

/// Whether a pattern matches a text; stars match anything.
private func matches(_ text: Substring, _ pattern: Substring) -> Bool {
  guard let star = pattern.firstIndex(of: "*") else { return text == pattern }
  let head = pattern[..<star], rest = pattern[star...].drop { $0 == "*" }
  guard text.hasPrefix(head) else { return false }
  if rest.isEmpty { return true }
  let tail = text.dropFirst(head.count)
  return tail.indices.contains { matches(tail[$0...], rest) }
}
