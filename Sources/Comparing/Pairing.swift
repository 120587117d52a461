internal import YAMLSyntax

/// What differs between two revisions of the objects: each change once, by unit, then danger, then name.
///
/// Objects are the same by unit, group, kind, namespace and name. What is left over is paired by the renames of its
/// tenant, and Jobs that are named by their content by what comes before that.
///
/// - Parameters:
///   - old: The objects of the old revision.
///   - new: The objects of the new one.
///   - renames: The workloads that have another name now.
/// - Returns: The objects that differ; none where the revisions say the same.
package func compare(
  _ old: [ReviewedObject],
  _ new: [ReviewedObject],
  renames: [Rename] = []
) -> [ObjectChange] {
  var changes: [ObjectChange] = []
  let known = Dictionary(old.map { ($0.identity, $0) }) { first, _ in first }
  let kept = Set(new.map(\.identity))
  let gone = old.filter { !kept.contains($0.identity) }
  var come = Newcomers(new.filter { known[$0.identity] == nil })
  for object in new {
    guard let before = known[object.identity] else { continue }
    if let change = change(from: before, to: object, manner: .changed) { changes.append(change) }
  }
  let units = Dictionary(grouping: new, by: \.unit)
  // Renames go first, so that a Job that is both renamed and changed is one pair.
  let left = gone.filter { object in
    for rename in object.renames(among: renames) {
      guard let name = moved(object.name, by: rename), let now = come.take(object.looseIdentity(named: name))
      else { continue }
      changes += [change(from: object.rewritten(by: rename), to: now, manner: .renamed)].compactMap(\.self)
      return false
    }
    return true
  }
  for object in left {
    if object.isNamedByContent, let now = come.take(object.looseIdentity(named: object.name)) {
      changes += [change(from: object, to: now, manner: .rerun)].compactMap(\.self)
    } else {
      changes.append(deletion(of: object, leaving: units[object.unit] ?? []))
    }
  }
  changes += come.objects.map(addition)
  let keyed = changes.map { (key: $0.sortKey, change: $0) }
  return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.change)
}

/// Objects that only the new revision has, found by what stays of their names.
private struct Newcomers {
  private(set) var objects: [ReviewedObject]
  private var places: [String: ReviewedObject]

  init(_ objects: [ReviewedObject]) {
    self.objects = objects
    places = Dictionary(objects.map { ($0.looseIdentity(named: $0.name), $0) }) { first, _ in first }
  }

  /// Takes the object out, so that it is paired once.
  mutating func take(_ looseIdentity: String) -> ReviewedObject? {
    guard let object = places.removeValue(forKey: looseIdentity) else { return nil }
    objects.removeAll { $0.identity == object.identity }
    return object
  }
}

extension ReviewedObject {
  fileprivate var identity: String { [unit, groupKind, namespace ?? "", name].joined(separator: "\n") }

  /// What identifies an object of a name, beside the content that the name may follow.
  fileprivate func looseIdentity(named name: String) -> String {
    let name = isNamedByContent ? "\(name.dropLast(contentSuffixLength)) by content" : name
    return [unit, groupKind, namespace ?? "", name].joined(separator: "\n")
  }

  /// Whether the name ends with a digest of the content, as those of Jobs do.
  fileprivate var isNamedByContent: Bool {
    guard groupKind == "batch/Job" || groupKind == "jobset.x-k8s.io/JobSet" else { return false }
    let suffix = name.utf8.suffix(contentSuffixLength)
    return suffix.count < name.utf8.count && suffix.first == UInt8(ascii: "-")
      && suffix.dropFirst().allSatisfy { contentAlphabet.contains($0) }
  }

  /// The renames of the object's tenant, the longest name first: `web-admin` is not a part of `web`.
  fileprivate func renames(among renames: [Rename]) -> [Rename] {
    renames.filter { unit.hasSuffix("/\($0.tenant)") }.sorted {
      ($1.old.utf8.count, $0.old) < ($0.old.utf8.count, $1.old)
    }
  }

  /// The object with its own name as it is now, so that only what else differs is a difference.
  fileprivate func rewritten(by rename: Rename) -> ReviewedObject {
    with(tree: tree.rewritten(by: rename))
  }
}

/// The letters of `contentSuffix`, and its length with the hyphen.
private let contentAlphabet = Set("bcdfghjklmnpqrstvwxz2456789".utf8)
private let contentSuffixLength = 11

/// The name that a workload's object has after a rename; nil where it belongs to another workload.
private func moved(_ name: String, by rename: Rename) -> String? {
  if name == rename.old { return rename.new }
  return name.hasPrefix(rename.old + "-") ? rename.new + name.dropFirst(rename.old.count) : nil
}

extension Node {
  fileprivate func rewritten(by rename: Rename) -> Node {
    switch content {
    case .scalar(let scalar):
      guard scalar.type == .string, let name = moved(scalar.text, by: rename) else { return self }
      return Node(.scalar(Scalar(name, type: .string)), origin: origin)
    case .sequence(let nodes): return Node(.sequence(nodes.map { $0.rewritten(by: rename) }), origin: origin)
    case .mapping(let mapping):
      let entries = mapping.entries.map { entry in
        Mapping.Entry(
          entry.key,
          keySpan: entry.keySpan,
          // What a program is told is not the name of an object, and a Move keeps the names of claims.
          ["image", "command", "args", "value", "claimName"].contains(entry.key)
            ? entry.value : entry.value.rewritten(by: rename)
        )
      }
      return Node(.mapping(Mapping(entries)), origin: origin)
    }
  }
}

extension ObjectChange {
  fileprivate var sortKey: [String] {
    [unit, String(UnicodeScalar(UInt8(ascii: "a") + worst.rawValue)), kind, namespace ?? "", name]
  }
}
