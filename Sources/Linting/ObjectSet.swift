package import Validation
package import YAMLSyntax

/// All objects of a run, to be asked for by kind, name and label.
package struct ObjectSet: Sendable {
  package let objects: [APIObject]
  /// In the order of the objects.
  package let pods: [Pod]
  /// In the order of the objects.
  package let workloads: [Workload]
  private let byKind: [String: [Int]]
  private let byPlace: [Place: [Int]]

  private struct Place: Hashable {
    let kind: String
    let namespace: String?
  }

  package init(_ nodes: [Node]) {
    objects = nodes.map(APIObject.init)
    pods = objects.flatMap { object in podTemplates(in: object).map { Pod(object, $0) } }
    workloads = Workload.all(pods, among: objects)
    byKind = Dictionary(grouping: objects.indices) { [objects] in objects[$0].kind }
    byPlace = Dictionary(grouping: objects.indices) { [objects] in
      Place(kind: objects[$0].kind, namespace: objects[$0].namespace)
    }
  }

  /// The objects of a kind, whatever their group.
  package func ofKind(_ kind: String) -> [APIObject] {
    (byKind[kind] ?? []).map { objects[$0] }
  }

  /// The objects of a kind in a namespace; of the cluster where the namespace is nil.
  package func ofKind(_ kind: String, in namespace: String?) -> [APIObject] {
    (byPlace[Place(kind: kind, namespace: namespace)] ?? []).map { objects[$0] }
  }

  /// The object of a kind and name in a namespace; of the cluster where the namespace is nil.
  package func object(_ kind: String, named name: String, in namespace: String?) -> APIObject? {
    ofKind(kind, in: namespace).first { $0.name == name }
  }

  /// The pods of a namespace that a label selector selects; an absent selector selects none, an empty one all.
  package func pods(selectedBy selector: Field, in namespace: String?) -> [Pod] {
    guard selector.isPresent else { return [] }
    return pods.filter { $0.owner.namespace == namespace && selector.selects($0.labels) }
  }
}

extension APIObject {
  package var name: String { root["metadata"]["name"].text ?? "" }
  package var namespace: String? { root["metadata"]["namespace"].text }
  package var spec: Field { root["spec"] }
}

extension Field {
  /// Whether a LabelSelector selects something with these labels.
  package func selects(_ labels: [(key: String, value: String)]) -> Bool {
    func value(_ key: String) -> String? { labels.first { $0.key == key }?.value }
    let matches = self["matchLabels"].entries.allSatisfy { value($0.key) == $0.value.text }
    return matches
      && self["matchExpressions"].items.allSatisfy { expression in
        let found = value(expression["key"].text ?? "")
        let values = expression["values"].items.compactMap(\.text)
        switch expression["operator"].text {
        case "In": return found.map(values.contains) ?? false
        case "NotIn": return found.map { !values.contains($0) } ?? true
        case "Exists": return found != nil
        case "DoesNotExist": return found == nil
        default: return false
        }
      }
  }

  /// Whether a plain map of labels, as a Service's selector, selects something with these labels.
  package func selectsPlainly(_ labels: [(key: String, value: String)]) -> Bool {
    !entries.isEmpty
      && entries.allSatisfy { entry in labels.contains { $0.key == entry.key && $0.value == entry.value.text }
      }
  }
}
