internal import YAMLSyntax

/// The fields that differ between two trees, in the order of the new one, what is gone last.
///
/// Mappings are compared by key and lists by the identity of their things; an explicit null is an absent field, as
/// the API server reads it. Lists whose order is their meaning, such as the arguments of a program, are one value.
func fieldChanges(_ old: Node, _ new: Node) -> [FieldChange] {
  var changes: [FieldChange] = []
  compare(old, new, at: FieldPath(), into: &changes)
  return changes
}

private func compare(_ old: Node?, _ new: Node?, at path: FieldPath, into changes: inout [FieldChange]) {
  let old = old?.isNull == true ? nil : old
  let new = new?.isNull == true ? nil : new
  guard let old, let new else {
    // A list that comes or goes is told thing by thing, where its things have names.
    if let nodes = (old ?? new)?.sequence, ListIdentity(of: path.names.last ?? "", nodes, []) != nil {
      compareLists(old?.sequence ?? [], new?.sequence ?? [], at: path, into: &changes) { _ in }
    } else if old != nil || new != nil {
      changes.append(FieldChange(path, old, new))
    }
    return
  }
  switch (old.content, new.content) {
  case (.mapping(let before), .mapping(let after)):
    for entry in after.entries {
      compare(before[entry.key], entry.value, at: path.field(entry.key), into: &changes)
    }
    for entry in before.entries where after[entry.key] == nil {
      compare(entry.value, nil, at: path.field(entry.key), into: &changes)
    }
  case (.sequence(let before), .sequence(let after)):
    compareLists(before, after, at: path, into: &changes) { changes in
      changes.append(FieldChange(path, old, new))
    }
  case (.scalar(let before), .scalar(let after)):
    if before.text != after.text || before.type != after.type { changes.append(FieldChange(path, old, new)) }
  default:
    changes.append(FieldChange(path, old, new))
  }
}

/// Lists of which the order counts: a program and its arguments.
private let orderedLists: Set<String> = ["command", "args"]

private func compareLists(
  _ old: [Node],
  _ new: [Node],
  at path: FieldPath,
  into changes: inout [FieldChange],
  asOne: (inout [FieldChange]) -> Void
) {
  let field = path.names.last ?? ""
  if orderedLists.contains(field) {
    if !isSame(old, new) { asOne(&changes) }
    return
  }
  if let identity = ListIdentity(of: field, old, new) {
    let before = named(old, by: identity), after = named(new, by: identity)
    for (name, node) in after {
      compare(before.first { $0.name == name }?.node, node, at: path.item(name), into: &changes)
    }
    for (name, node) in before where !after.contains(where: { $0.name == name }) {
      compare(node, nil, at: path.item(name), into: &changes)
    }
    let kept = before.map(\.name).filter { name in after.contains { $0.name == name } }
    let nowKept = after.map(\.name).filter { kept.contains($0) }
    // The API server compares with order, so a pod restarts for it.
    if kept != nowKept { changes.append(FieldChange(path, list(kept), list(nowKept))) }
    return
  }
  let gone = withoutEqual(old, new), come = withoutEqual(new, old)
  if let was = gone.first, let now = come.first, gone.count == 1, come.count == 1, was.node.scalar == nil {
    return compare(was.node, now.node, at: path.item(String(now.place)), into: &changes)
  }
  if gone.isEmpty, come.isEmpty, !isSame(old, new) { asOne(&changes) }
  for (_, node) in come { compare(nil, node, at: path.item(inlineText(node)), into: &changes) }
  for (_, node) in gone { compare(node, nil, at: path.item(inlineText(node)), into: &changes) }
}

private func list(_ names: [String]) -> Node {
  Node(.sequence(names.map { Node($0) }))
}

private func named(_ nodes: [Node], by identity: ListIdentity) -> [(name: String, node: Node)] {
  nodes.compactMap { node in identity.name(of: node).map { ($0, node) } }
}

/// The things of a list without those that the other list holds as well, each paired once.
private func withoutEqual(_ nodes: [Node], _ others: [Node]) -> [(place: Int, node: Node)] {
  var others = others
  return nodes.enumerated().compactMap { place, node in
    if let index = others.firstIndex(where: { isSame($0, node) }) {
      others.remove(at: index)
      return nil
    }
    return (place, node)
  }
}

private func isSame(_ left: [Node], _ right: [Node]) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
}

/// Whether two values mean the same, wherever they were written.
private func isSame(_ left: Node, _ right: Node) -> Bool {
  switch (left.content, right.content) {
  case (.scalar(let left), .scalar(let right)): left.text == right.text && left.type == right.type
  case (.sequence(let left), .sequence(let right)): isSame(left, right)
  case (.mapping(let left), .mapping(let right)):
    left.entries.count == right.entries.count
      && left.entries.allSatisfy { entry in right[entry.key].map { isSame(entry.value, $0) } ?? false }
  default: false
  }
}
