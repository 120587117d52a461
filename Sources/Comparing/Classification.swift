internal import Diagnostics
internal import YAMLSyntax

/// What it means that an object became another: its fields, each with its classes.
func change(
  from old: ReviewedObject,
  to new: ReviewedObject,
  manner: ObjectChange.Manner
) -> ObjectChange? {
  var fields = fieldChanges(old.reviewTree, new.reviewTree)
  // A pair of two names is told as such.
  if manner != .changed { fields.removeAll { $0.path.description == "metadata.name" } }
  guard !fields.isEmpty || manner != .changed else { return nil }
  let leaves = fields.map { $0.leaves(from: old, to: new) }
  let imagesOnly = isImageOnly(leaves.flatMap(\.self))
  for index in fields.indices {
    let verdicts = leaves[index].flatMap { leaf in
      classify(leaf) + (imagesOnly && leaf.podNames != nil ? [imageOnly] : [])
    }
    fields[index].verdicts = verdicts.isEmpty ? [unnamed] : verdicts.sortedAndUnique()
    fields[index].cause = fields[index].blamed(old: old, new: new)
  }
  return ObjectChange(
    unit: new.unit,
    manner: manner,
    apiVersion: new.apiVersion,
    kind: new.kind,
    namespace: new.namespace,
    name: new.name,
    oldName: old.name == new.name ? nil : old.name,
    verdicts: verdicts(of: manner, old),
    cause: new.owner.span.map { Cause(span: $0, side: .new) },
    fields: fields
  )
}

/// A new object, and what of it opens or relaxes something.
func addition(of new: ReviewedObject) -> ObjectChange {
  let whole = FieldChange(FieldPath(), nil, new.reviewTree)
  let fields = whole.parts.compactMap { part -> FieldChange? in
    var part = part
    part.verdicts = part.leaves(from: nil, to: new).flatMap(classify).sortedAndUnique()
    part.cause = part.blamed(old: nil, new: new)
    return part.verdicts.isEmpty ? nil : part
  }
  return ObjectChange(
    unit: new.unit,
    manner: .added,
    apiVersion: new.apiVersion,
    kind: new.kind,
    namespace: new.namespace,
    name: new.name,
    oldName: nil,
    verdicts: [Verdict(.added, "a new object")],
    cause: new.owner.span.map { Cause(span: $0, side: .new) },
    fields: fields
  )
}

/// A deleted object; `neighbours` are the new objects of its unit, which tell what it leaves open.
func deletion(of old: ReviewedObject, leaving neighbours: [ReviewedObject]) -> ObjectChange {
  var verdicts = [Verdict(.deleted, "the object is deleted")]
  if let reason = dataLostWith(old) { verdicts.append(Verdict(.dataAtRisk, reason)) }
  if let reason = restrictionLostWith(old) { verdicts.append(Verdict(.securityRelaxed, reason)) }
  if let reason = boundLostWith(old), neighbours.hasNamespace(of: old) {
    verdicts.append(Verdict(.capacity, reason))
  }
  if let reason = opennessLeft(by: old, to: neighbours) {
    verdicts.append(Verdict(.exposureWidened, reason))
  }
  return ObjectChange(
    unit: old.unit,
    manner: .deleted,
    apiVersion: old.apiVersion,
    kind: old.kind,
    namespace: old.namespace,
    name: old.name,
    oldName: nil,
    verdicts: verdicts.sortedAndUnique(),
    cause: old.owner.span.map { Cause(span: $0, side: .old) },
    fields: []
  )
}

private let unnamed = Verdict(.other, "no class speaks of it")

private func classify(_ leaf: Leaf) -> [Verdict] {
  FieldRule.all.filter { rule in
    (leaf.oldObject != nil || rule.speaksOfNewObjects) && rule.applies(leaf)
  }.map(\.verdict)
}

private func verdicts(of manner: ObjectChange.Manner, _ old: ReviewedObject) -> [Verdict] {
  switch manner {
  case .added, .deleted, .changed: []
  case .rerun: [Verdict(.recreated, "a changed Job is another Job, and runs")]
  case .renamed:
    (dataLostWith(old).map { [Verdict(.dataAtRisk, $0)] } ?? [])
      + [Verdict(.recreated, "an object cannot be renamed: the old one is deleted and a new one made")]
  }
}

extension FieldChange {
  /// The change taken apart down to single values, but not below one grant or one thing of RBAC.
  fileprivate var parts: [FieldChange] {
    guard let new, case .mapping(let mapping) = new.content, !isOneGrant, !mapping.entries.isEmpty else {
      return lists
    }
    return mapping.entries.flatMap { FieldChange(path.field($0.key), nil, $0.value).parts }
  }

  private var lists: [FieldChange] {
    guard let nodes = new?.sequence, !nodes.isEmpty, !isOneGrant else { return [self] }
    let identity = ListIdentity(of: path.names.last ?? "", nodes, [])
    return nodes.flatMap { node in
      FieldChange(path.item(identity?.name(of: node) ?? inlineText(node)), nil, node).parts
    }
  }

  private var isOneGrant: Bool {
    let names = path.names
    return names.starts(with: ["spec", "rules"]) && names.count == 3 || path.list == "subjects"
  }
}
