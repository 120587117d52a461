internal import Validation
internal import YAMLSyntax

/// Which of some names objects write anywhere but in their own metadata and in labels.
func writtenTexts(of objects: [APIObject], among names: Set<String>) -> Set<String> {
  // Most texts are ruled out by their length, without a digest.
  let lengths = Set(names.map(\.utf8.count))
  var isOfLength = [Bool](repeating: false, count: (lengths.max() ?? 0) + 1)
  for length in lengths { isOfLength[length] = true }
  var found: Set<String> = []
  for object in objects {
    for entry in object.root.node?.mapping?.entries ?? [] where entry.key != "metadata" {
      _ = entry.value.hasText(outside: ["labels", "matchLabels"]) { text in
        let length = text.utf8.count
        if length < isOfLength.count, isOfLength[length], names.contains(text) { found.insert(text) }
        return false
      }
    }
  }
  return found
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
