package import Diagnostics
package import Specification
internal import YAMLSyntax

/// What is known of a key of the spec language.
package struct KeyExplanation: Sendable {
  package let field: FieldReference
  /// Where this repository says something about it, in the order of the sources.
  package let places: [Span]
}

/// The fields that a question such as `replicas.minimum` or `Tenant.tier` may mean, each with the places where it is
/// said.
package func explain(key question: String, in workspace: Workspace?) -> [KeyExplanation] {
  let words = question.split(separator: ".").map(String.init)
  let found = allFields().filter { field in
    field.keys.ends(with: words) || ([field.kind] + field.keys).ends(with: words)
  }
  // The shortest path is the one that was meant; the others are the same words in another place.
  let sorted = found.sorted { ($0.keys.count, $0.kind) < ($1.keys.count, $1.kind) }
  return sorted.map { field in
    KeyExplanation(
      field: field,
      places: (workspace?.documents.nodes ?? []).flatMap { $0.places(of: field.keys, from: 0) }
    )
  }
}

/// The keys that are nearest to a question.
package func suggestion(forKey question: String) -> String? {
  let last = question.split(separator: ".").last.map(String.init) ?? question
  return didYouMean(last, among: Array(Set(allFields().compactMap(\.keys.last))).sorted())
}

extension [String] {
  fileprivate func ends(with other: [String]) -> Bool {
    count >= other.count && Array(suffix(other.count)) == other
  }
}

extension Node {
  /// Where the keys stand behind each other, with names of the user's choice and list items in between.
  fileprivate func places(of keys: [String], from index: Int) -> [Span] {
    switch content {
    case .scalar: return []
    case .sequence(let nodes): return nodes.flatMap { $0.places(of: keys, from: index) }
    case .mapping(let mapping):
      return mapping.entries.flatMap { entry -> [Span] in
        if entry.key == keys[index] {
          if index + 1 == keys.count { return [entry.value.firstPlace ?? entry.keySpan].compactMap { $0 } }
          return entry.value.places(of: keys, from: index + 1)
        }
        return entry.value.places(of: keys, from: index)
      }
    }
  }
}
