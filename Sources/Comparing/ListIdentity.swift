internal import YAMLSyntax

/// The names of the things of two lists, by which they are paired; nil for lists of other things.
///
/// Things are never paired by their place: one container put before another changes one container, not two.
struct ListIdentity {
  private let keys: [[String]]

  /// Finds what identifies the things of a list: the API's own merge key where it has one, and otherwise the first
  /// usual key that every thing has and no two share.
  init?(of field: String, _ old: [Node], _ new: [Node]) {
    guard !(old.isEmpty && new.isEmpty), (old + new).allSatisfy({ $0.mapping != nil }) else { return nil }
    for keys in Self.known[field] ?? Self.usual {
      let identity = ListIdentity(keys: keys)
      if identity.isUnique(in: old), identity.isUnique(in: new) {
        self = identity
        return
      }
    }
    return nil
  }

  private init(keys: [[String]]) {
    self.keys = keys
  }

  /// Keys that differ from the usual ones.
  ///
  /// Source: `patchMergeKey` of k8s.io/api, and `listMapKey` of the projects whose kinds are rendered; a subject of
  /// RBAC is all of its parts, because a Group and a User of one name are two.
  private static let known: [String: [[[String]]]] = [
    "volumeMounts": [[["mountPath"]]],
    "volumeDevices": [[["devicePath"]]],
    "subjects": [[["kind"], ["namespace"], ["name"]]],
    "parentRefs": [[["namespace"], ["name"], ["sectionName"]]],
    "tolerations": [[["key"], ["effect"]], [["key"], ["value"], ["effect"]]],
    "ports": [[["name"]], [["containerPort"]], [["port"]], [["port"], ["protocol"]]],
    "resourceGroups": [[["coveredResources"]]],
    "metrics": [
      [["containerResource", "name"]], [["resource", "name"]], [["external", "metric", "name"]], [["type"]],
    ],
  ]

  private static let usual: [[[String]]] = [
    [["metadata", "name"]], [["name"]], [["containerName"]], [["secretKey"]], [["topologyKey"]],
    [["conditionType"]], [["ip"]], [["type"]], [["key"]],
  ]

  /// What identifies a thing; nil where it has none of the parts.
  func name(of node: Node) -> String? {
    let parts = keys.map { key in node.at(key).flatMap(Self.word) }
    return parts.contains { $0 != nil } ? parts.compactMap(\.self).joined(separator: "/") : nil
  }

  /// A text, or the texts of a list: a group of a queue is known by what it covers.
  private static func word(_ node: Node) -> String? {
    node.scalar?.text ?? node.sequence?.compactMap { $0.scalar?.text }.joined(separator: ",")
  }

  private func isUnique(in nodes: [Node]) -> Bool {
    var seen = Set<String>()
    return nodes.allSatisfy { node in name(of: node).map { seen.insert($0).inserted } ?? false }
  }
}
