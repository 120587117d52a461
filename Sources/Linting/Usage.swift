internal import Validation
internal import YAMLSyntax

/// Which of some names objects write anywhere but in their own metadata.
func writtenTexts(of objects: [APIObject], among names: Set<String>) -> Set<String> {
  var search = TextSearch(names)
  for object in objects {
    for entry in object.root.node?.mapping?.entries ?? [] where entry.key != "metadata" {
      search.visit(entry.value)
    }
  }
  return search.found
}

/// A walk over every text of trees; most are ruled out by their length, without a digest, and none is copied.
private struct TextSearch {
  private let names: Set<String>
  private let lengths: Set<Int>
  private(set) var found: Set<String> = []

  init(_ names: Set<String>) {
    self.names = names
    lengths = Set(names.map(\.utf8.count))
  }

  mutating func visit(_ node: Node) {
    switch node.content {
    case .scalar(let scalar):
      if scalar.type == .string, lengths.contains(scalar.text.utf8.count), names.contains(scalar.text) {
        found.insert(scalar.text)
      }
    case .sequence(let nodes):
      nodes.withUnsafeBufferPointer { nodes in
        for index in nodes.indices { visit(nodes[index]) }
      }
    case .mapping(let mapping):
      mapping.entries.withUnsafeBufferPointer { entries in
        for index in entries.indices
        where !entries[index].key.hasSameBytes(as: "labels")
          && !entries[index].key.hasSameBytes(as: "matchLabels")
        {
          visit(entries[index].value)
        }
      }
    }
  }
}

/// Whether a label or annotation is one by which a controller finds the object that has it.
func isFoundByLabel(_ key: String) -> Bool {
  [
    "argocd.argoproj.io/secret-type", "grafana_dashboard", "grafana_datasource",
    "kubernetes.io/service-account.name",
    "prometheus_rule", "rbac.authorization.k8s.io/aggregate-to-admin",
    "rbac.authorization.k8s.io/aggregate-to-edit", "rbac.authorization.k8s.io/aggregate-to-view",
  ].contains(key) || key.hasPrefix("rbac.authorization.k8s.io/aggregate-to-")
}

/// The keys of each ConfigMap and Secret of which all are known.
func knownKeys(in set: ObjectSet) -> [ObjectKey: Set<String>] {
  var known: [ObjectKey: Set<String>] = [:]
  for object in set.ofKind("ConfigMap") + set.ofKind("Secret") {
    let keys = ["data", "stringData", "binaryData"].flatMap { object.root[$0].keys.map(\.text) }
    known[ObjectKey(object).withoutGroup] = Set(keys)
  }
  for object in set.ofKind("ExternalSecret") {
    let spec = object.spec
    guard spec["dataFrom"].isEmpty, !spec["target"]["template"].isPresent else { continue }
    let key = ObjectKey(
      group: "",
      kind: "Secret",
      namespace: object.namespace ?? "default",
      name: spec["target"]["name"].written ?? object.name
    )
    known[key, default: []].formUnion(spec["data"].items.compactMap { $0["secretKey"].text })
  }
  return known
}
