package import Diagnostics
package import YAMLSyntax

/// An override that says what already held.
package struct Redundancy: Sendable {
  package let path: String
  package let override: Span
  package let inherited: Span
}

/// Lays one layer over another: maps merge by key, scalars and lists replace, `null` removes.
///
/// The result keeps the place of every value, so that a finding about the merged object points at the line
/// that won. Scalars that repeat the lower layer are collected in `redundant`.
package func merge(_ base: Node, _ layer: Node, at path: String = "", redundant: inout [Redundancy]) -> Node {
  guard case .mapping(let over) = layer.content else {
    noteRedundancy(base, layer, at: path, in: &redundant)
    return layer
  }
  if let amendment = ListAmendment(over) {
    return Node(.sequence(amendment.applied(to: base.sequence ?? [])), origin: layer.origin)
  }
  guard case .mapping(var merged) = base.content else { return layer.withoutRemovals }
  for entry in over.entries {
    let index = merged.entries.firstIndex { $0.key == entry.key }
    switch (index, entry.value.isNull) {
    case (let index?, true):
      merged.entries.remove(at: index)
    case (let index?, false):
      let child = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      merged.entries[index].value = merge(
        merged.entries[index].value,
        entry.value,
        at: child,
        redundant: &redundant
      )
      merged.entries[index].keySpan = entry.keySpan
    case (nil, true):
      break
    case (nil, false):
      merged.entries.append(Mapping.Entry(entry.key, keySpan: entry.keySpan, entry.value.withoutRemovals))
    }
  }
  return Node(.mapping(merged), origin: layer.origin.span == nil ? base.origin : layer.origin)
}

private func noteRedundancy(_ base: Node, _ layer: Node, at path: String, in redundant: inout [Redundancy]) {
  guard let override = layer.origin.span, let inherited = base.origin.span, base.isWritten(like: layer)
  else { return }
  redundant.append(Redundancy(path: path, override: override, inherited: inherited))
}

extension Node {
  /// The layer as a value of its own: nothing below it is there to be removed or amended.
  fileprivate var withoutRemovals: Node {
    guard case .mapping(let mapping) = content else { return self }
    if let amendment = ListAmendment(mapping) {
      return Node(.sequence(amendment.applied(to: [])), origin: origin)
    }
    let entries = mapping.entries.compactMap { entry -> Mapping.Entry? in
      entry.value.isNull ? nil : Mapping.Entry(entry.key, keySpan: entry.keySpan, entry.value.withoutRemovals)
    }
    return Node(.mapping(Mapping(entries)), origin: origin)
  }
}

extension Node {
  /// The value at a dotted path such as `security.user`.
  package func node(at path: [String]) -> Node? {
    var node = self
    for key in path {
      guard let next = node.mapping?[key] else { return nil }
      node = next
    }
    return node
  }
}
