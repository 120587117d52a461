package import Diagnostics
internal import Kubernetes
internal import Specification
internal import YAMLSyntax

/// The objects that users wrote as Kubernetes writes them: forced into the tenant's namespace, and labelled.
///
/// A tenant may write the kinds that its tier allows; the platform any.
func rawObjects(_ unit: TenantUnit, reporting findings: inout Findings) -> [KubernetesObject] {
  var objects: [KubernetesObject] = []
  for raw in unit.extensions.rawObjects {
    for node in raw.document.objects {
      if let object = rawObject(node, raw, unit, reporting: &findings) { objects.append(object) }
    }
  }
  return objects
}

private func rawObject(
  _ node: Node,
  _ raw: Extension<RawObjects>,
  _ unit: TenantUnit,
  reporting findings: inout Findings
) -> KubernetesObject? {
  guard let mapping = node.mapping, let apiVersion = mapping["apiVersion"]?.scalar?.text,
    let kindNode = mapping["kind"], let kind = kindNode.scalar?.text,
    let metadata = mapping["metadata"]?.mapping, let name = metadata["name"]?.scalar?.text
  else {
    findings.report(.notAnObject(node, raw.header))
    return nil
  }
  let before = findings.errorCount
  let group = apiVersion.contains("/") ? apiVersion.split(separator: "/").first.map { "\($0)/" } ?? "" : ""
  let allowed = unit.tier.rawKinds.map(\.value)
  if raw.owner == .tenant, !allowed.contains(group + kind) {
    findings.report(.kindNotAllowed(group + kind, kindNode, unit, allowed))
  }
  if kind == "Secret" && group.isEmpty { findings.report(.rawSecret(kindNode)) }
  if let namespace = metadata["namespace"], namespace.scalar?.text != unit.namespace.value {
    findings.report(.foreignNamespace(namespace, unit))
  }
  let ours = unit.labels
  let labels = metadata["labels"]?.mapping?.entries ?? []
  for entry in labels where ours.contains(where: { $0.0 == entry.key }) {
    findings.report(.takenLabel(entry))
  }
  guard findings.errorCount == before else { return nil }
  let own = metadata.entries.filter { !["name", "namespace", "labels", "annotations"].contains($0.key) }
  var object = KubernetesObject(
    apiVersion,
    kind,
    name: name,
    namespace: unit.namespace.value,
    labels: Mapping(ours.map { Mapping.Entry($0.0, $0.1) } + labels),
    annotations: Mapping(metadata["annotations"]?.mapping?.entries ?? []),
    owner: raw.header.origin,
    renderer: "RawObjects",
    body: Node(
      .mapping(
        Mapping(mapping.entries.filter { !["apiVersion", "kind", "metadata"].contains($0.key) })
      )
    )
  )
  object.extendMetadata(own)
  return object
}

extension KubernetesObject {
  /// Adds what an author wrote into the metadata beside name, namespace, labels and annotations.
  fileprivate mutating func extendMetadata(_ entries: [Mapping.Entry]) {
    guard case .mapping(var mapping) = root.content,
      let index = mapping.entries.firstIndex(where: { $0.key == "metadata" }),
      case .mapping(var metadata) = mapping.entries[index].value.content
    else { return }
    metadata.entries += entries
    mapping.entries[index].value.content = .mapping(metadata)
    root.content = .mapping(mapping)
  }
}

// MARK: - Messages

extension Code {
  package static let notAnObject = Code("SPAI1342", "not-a-raw-object")
  package static let kindNotAllowed = Code("SPAI1343", "kind-not-allowed")
  package static let rawSecret = Code("SPAI1344", "raw-secret")
  package static let foreignNamespace = Code("SPAI1345", "foreign-namespace")
  package static let takenLabel = Code("SPAI1346", "taken-label")
}

extension Diagnostic {
  fileprivate static func notAnObject(_ node: Node, _ header: Header) -> Self {
    Diagnostic(
      .notAnObject,
      .error,
      "RawObjects '\(header.name)' holds something that is no Kubernetes object",
      at: (node.origin.span ?? header.origin.span).map {
        Label($0, "'apiVersion', 'kind' and 'metadata.name' are needed")
      },
      help: "Write the object as 'kubectl' would take it."
    )
  }

  fileprivate static func kindNotAllowed(
    _ kind: String,
    _ node: Node,
    _ unit: TenantUnit,
    _ allowed: [String]
  ) -> Self {
    Diagnostic(
      .kindNotAllowed,
      .error,
      "tenants of tier '\(unit.tier.header.name)' may not write objects of kind '\(kind)'",
      at: node.origin.span.map { Label($0, "not among the tier's 'rawKinds'") },
      related: unit.tier.header.origin.span.map { [Label($0, "the tier")] } ?? [],
      help: allowed.isEmpty
        ? "The tier allows none; ask the platform team." : "Allowed: \(allowed.joined(separator: ", "))."
    )
  }

  fileprivate static func rawSecret(_ node: Node) -> Self {
    Diagnostic(
      .rawSecret,
      .error,
      "a Secret among RawObjects",
      at: node.origin.span.map { Label($0, "its values would stand in git") },
      help: "Put the values into the tenant's secret store, and refer to them under 'secrets'."
    )
  }

  fileprivate static func foreignNamespace(_ node: Node, _ unit: TenantUnit) -> Self {
    Diagnostic(
      .foreignNamespace,
      .error,
      "an object of tenant '\(unit.tenant.name)' asks for another namespace",
      at: node.origin.span.map { Label($0, "the tenant's is '\(unit.namespace.value)'") },
      help: "Remove 'namespace': it is added."
    )
  }

  fileprivate static func takenLabel(_ entry: Mapping.Entry) -> Self {
    Diagnostic(
      .takenLabel,
      .error,
      "label '\(entry.key)' is the compiler's own",
      at: (entry.keySpan ?? entry.value.origin.span).map { Label($0, "it is added to every object") },
      help: "Remove it."
    )
  }
}
