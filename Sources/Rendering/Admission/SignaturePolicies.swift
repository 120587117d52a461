internal import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// What has an environment's cluster verify the signatures of images, one policy for each registry with a signer;
/// nothing without the policy controller.
///
/// Pods are chosen by their environment, so that environments may share a cluster.
func signaturePolicies(of platform: Platform, in environment: Environment) -> [KubernetesObject] {
  guard let version = platform.capabilities.sigstorePolicyController else { return [] }
  let action = platform.admission?.value.action(in: environment.name)
  return platform.registries.items.compactMap { item in
    guard let signing = item.value.signing else { return nil }
    return KubernetesObject(
      version.value.rawValue,
      "ClusterImagePolicy",
      named: "spai-\(item.name)-\(environment.name)",
      of: platform,
      owner: signing.origin,
      [
        "spec": [
          "images": [["glob": Node("\(item.value.host.value)/**", origin: item.value.host.origin)]],
          "match": [
            [
              "group": "", "version": "v1", "resource": "pods",
              "selector": ["matchLabels": ["\(ownPrefix)/environment": Node(environment.name)]],
            ]
          ],
          "authorities": .list(authorities(signing.value)),
          "mode": Node(action?.value == .deny ? "enforce" : "warn", origin: action?.origin ?? .none),
        ]
      ]
    ).withVersion(at: version.origin)
  }
}

private func authorities(_ signing: Signing) -> [Node] {
  if let signer = signing.keyless {
    return [
      [
        "name": "keyless",
        "keyless": [
          "url": "https://fulcio.sigstore.dev",
          "identities": [
            [
              "issuer": Node(signer.issuer),
              "subject": signer.subject.map { Node($0) },
              "subjectRegExp": signer.subjectPattern.map { Node($0) },
            ]
          ],
        ],
        "ctlog": ["url": "https://rekor.sigstore.dev"],
      ]
    ]
  }
  guard let key = signing.key else { return [] }
  return [
    [
      "name": "key",
      "key": [
        "secretRef": key.secret.map { ["name": Node($0)] },
        "kms": key.kms.map { Node($0) },
      ],
    ]
  ]
}

extension Platform {
  /// The label by which the policy controller looks at a namespace; none where nobody signs.
  var asksForSignatures: [(String, Node)] {
    guard let version = capabilities.sigstorePolicyController,
      registries.items.contains(where: { $0.value.signing != nil })
    else { return [] }
    return [("policy.sigstore.dev/include", Node("true", origin: version.origin))]
  }
}

extension Workload {
  /// What is known of the image, on what makes the pods and not on the pods: another scan must not replace them.
  var imageRecords: [(String, Node)] {
    let scan = records.scan
    return [
      ("sbom", records.sbom), ("scan", scan?.report), ("scanned-on", scan?.day),
    ].compactMap { name, value in value.map { ("\(ownPrefix)/\(name)", Node($0)) } }
  }
}
