internal import YAMLSyntax

/// A single value that differs, with what rules ask about it.
///
/// A subtree that came or went is looked at value by value, so that one rule sees a limit that was removed alone and one
/// that went with its whole block.
struct Leaf {
  /// Nil where the object is new.
  let oldObject: ReviewedObject?
  let newObject: ReviewedObject
  let path: FieldPath
  /// The field names of the path, without the things of lists.
  let names: [String]
  let old: Node?
  let new: Node?
  /// The path of the whole change that the value is part of.
  let changePath: FieldPath
  /// The whole new value of that change.
  let changed: Node?

  var kind: String { newObject.groupKind }
  var isAddition: Bool { old == nil }
  var isRemoval: Bool { new == nil }
  var oldText: String? { old?.scalar?.text }
  var newText: String? { new?.scalar?.text }

  func isBelow(_ names: String...) -> Bool { self.names.starts(with: names) }
  func isAt(_ names: String...) -> Bool { self.names == names }

  /// The field names below the pod template; nil for what is not part of one.
  var podNames: ArraySlice<String>? {
    guard let template = podTemplatePath(of: kind), names.starts(with: template) else { return nil }
    return names.dropFirst(template.count)
  }

  /// The field names below the pod's `spec`.
  var podSpecNames: ArraySlice<String>? {
    guard let names = podNames, names.first == "spec" else { return nil }
    return names.dropFirst()
  }

  /// The field names below a container, for containers of all sorts.
  var containerNames: ArraySlice<String>? {
    guard let names = podSpecNames, let list = names.first, containerLists.contains(list) else { return nil }
    return names.dropFirst()
  }

  /// Whether the thing of a list that the value belongs to came or went as a whole.
  var isOfWholeThing: Bool { changePath.list != nil }
}

let containerLists: Set<String> = ["containers", "initContainers", "ephemeralContainers"]

/// Where a kind keeps its pod template, a Pod being its own; nil for kinds without one.
func podTemplatePath(of groupKind: String) -> [String]? {
  switch groupKind {
  case "apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "apps/ReplicaSet", "batch/Job",
    "ReplicationController", "argoproj.io/Rollout":
    ["spec", "template"]
  case "batch/CronJob": ["spec", "jobTemplate", "spec", "template"]
  case "jobset.x-k8s.io/JobSet": ["spec", "replicatedJobs", "template", "spec", "template"]
  case "keda.sh/ScaledJob": ["spec", "jobTargetRef", "template"]
  case "Pod": []
  default: nil
  }
}

extension FieldChange {
  /// The single values of the change; a subtree gives each of its scalars and empty collections.
  func leaves(from oldObject: ReviewedObject?, to newObject: ReviewedObject) -> [Leaf] {
    func leaf(_ path: FieldPath, _ old: Node?, _ new: Node?) -> Leaf {
      Leaf(
        oldObject: oldObject,
        newObject: newObject,
        path: path,
        names: path.names,
        old: old,
        new: new,
        changePath: self.path,
        changed: self.new
      )
    }
    if let old, let new { return [leaf(path, old, new)] }
    let isRemoved = new == nil
    guard let tree = new ?? old else { return [] }
    return tree.scalars(at: path).map { path, node in
      isRemoved ? leaf(path, node, nil) : leaf(path, nil, node)
    }
  }
}

extension Node {
  /// Every scalar and empty collection below a path.
  func scalars(at path: FieldPath) -> [(FieldPath, Node)] {
    switch content {
    case .scalar: return [(path, self)]
    case .mapping(let mapping):
      if mapping.entries.isEmpty { return [(path, self)] }
      return mapping.entries.flatMap { $0.value.scalars(at: path.field($0.key)) }
    case .sequence(let nodes):
      if nodes.isEmpty { return [(path, self)] }
      let identity = ListIdentity(of: path.names.last ?? "", nodes, [])
      return nodes.flatMap { node in
        node.scalars(at: path.item(identity?.name(of: node) ?? inlineText(node)))
      }
    }
  }
}
