package import Validation
package import YAMLSyntax

/// All objects of a run, to be asked for by kind, name and label.
package struct ObjectSet: Sendable {
  package let objects: [APIObject]
  /// In the order of the objects.
  package let pods: [Pod]
  /// In the order of the objects.
  package let workloads: [Workload]
  private let byPlace: [Place: [Int]]

  private struct Place: Hashable {
    let kind: String
    let namespace: String?
  }
  /// Every name of another object that one of these writes.
  package let references: ReferenceIndex
  /// The key of each object.
  let keys: [ObjectKey]
  private let byKind: [String: [APIObject]]
  private let byKey: [ObjectKey: Int]
  /// The same without groups.
  private let byName: [ObjectKey: Int]
  private let podsByLabel: LabelIndex
  private let namespaces: [APIObject]
  private let namespacesByLabel: LabelIndex
  /// What workloads take of quotas.
  private(set) var quotaUses: [QuotaUse] = []
  /// The PodDisruptionBudgets with the workloads of which each selects the pods.
  private(set) var budgets: [(budget: APIObject, workloads: [Workload])] = []

  package init(_ nodes: [Node]) {
    self.init(nodes.map(APIObject.init))
  }

  package init(_ objects: [APIObject]) {
    self.objects = objects
    pods = objects.flatMap { object in podTemplates(in: object).map { Pod(object, $0) } }
    workloads = Workload.all(pods, among: objects)
    byPlace = Dictionary(grouping: objects.indices) {
      Place(kind: objects[$0].kind, namespace: objects[$0].namespace)
    }
    keys = objects.map { ObjectKey($0) }
    byKind = Dictionary(grouping: objects, by: \.kind)
    byKey = Dictionary(zip(keys, keys.indices)) { first, _ in first }
    byName = Dictionary(zip(keys.map(\.withoutGroup), keys.indices)) { first, _ in first }
    podsByLabel = LabelIndex(scopes: pods.map { $0.owner.namespace ?? "default" }, labels: pods.map(\.labels))
    namespaces = (byKind["Namespace"] ?? []).filter(\.group.isEmpty)
    namespacesByLabel = LabelIndex(
      scopes: namespaces.map { _ in "" },
      labels: namespaces.map {
        [("kubernetes.io/metadata.name", $0.name)] + $0.labels.texts
      }
    )
    references = ReferenceIndex(objects, keys, pods)
    // Several rules ask for these, and each takes a walk over all workloads.
    quotaUses = countedQuotaUses()
    budgets = selectedBudgets()
  }

  /// The kinds of the objects; in no order.
  var kinds: some Sequence<String> { byKind.keys }

  /// The objects of a kind, whatever their group.
  package func ofKind(_ kind: String) -> [APIObject] {
    byKind[kind] ?? []
  }

  /// The objects of a kind in a namespace; of the cluster where the namespace is nil.
  package func ofKind(_ kind: String, in namespace: String?) -> [APIObject] {
    (byPlace[Place(kind: kind, namespace: namespace)] ?? []).map { objects[$0] }
  }

  /// The objects of a kind and group: other groups have a Service and a NetworkPolicy too.
  package func ofKind(_ kind: String, of group: String) -> [APIObject] {
    ofKind(kind).filter { $0.group == group }
  }

  /// The object of a kind and name in a namespace, whatever its group; of the cluster where the kind belongs to none.
  package func object(_ kind: String, named name: String, in namespace: String?) -> APIObject? {
    let namespace = scope(ofKind: kind, in: namespace)
    return byName[ObjectKey(group: "", kind: kind, namespace: namespace, name: name)].map { objects[$0] }
  }

  /// The object of a group, kind and name in a namespace; of the cluster where the kind belongs to none.
  package func object(_ kind: String, of group: String, named name: String, in namespace: String?)
    -> APIObject?
  {
    let namespace = scope(ofKind: kind, in: namespace)
    return byKey[ObjectKey(group: group, kind: kind, namespace: namespace, name: name)].map { objects[$0] }
  }

  // MARK: By label

  /// The pods of a namespace that a label selector selects; an absent selector selects none, an empty one all.
  package func pods(selectedBy selector: Field, in namespace: String?) -> [Pod] {
    podNumbers(selectedBy: selector, in: namespace).map { pods[$0] }
  }

  /// The pods of a namespace that a plain map of labels selects, as that of a Service; an empty one none.
  package func pods(selectedPlainlyBy selector: Field, in namespace: String?) -> [Pod] {
    podNumbers(selectedPlainlyBy: selector, in: namespace).map { pods[$0] }
  }

  /// The same as places in `pods`, for those who mark them.
  func podNumbers(selectedBy selector: Field, in namespace: String?) -> [Int] {
    podsByLabel.numbers(selectedBy: selector, in: namespace ?? "default")
  }

  /// The same as places in `pods`, for those who mark them.
  func podNumbers(selectedPlainlyBy selector: Field, in namespace: String?) -> [Int] {
    podsByLabel.numbers(selectedPlainlyBy: selector, in: namespace ?? "default")
  }

  /// The pods of a namespace as places in `pods`.
  func podNumbers(in namespace: String?) -> [Int] { podsByLabel.all(in: namespace ?? "default") }

  /// The names of the Namespaces that a label selector selects; each has its name as a label.
  func namespaces(selectedBy selector: Field) -> [String] {
    namespacesByLabel.numbers(selectedBy: selector, in: "").map { namespaces[$0].name }
  }
}

extension Field {
  /// The entries of a map of texts, as labels are.
  var texts: [(key: String, value: String)] {
    entries.compactMap { entry in entry.value.text.map { (entry.key, $0) } }
  }

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
