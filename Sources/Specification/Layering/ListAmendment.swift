internal import Diagnostics
internal import YAMLSyntax

/// What a layer does to a list that a lower layer gave: `$prepend`, `$append`, `$remove`.
struct ListAmendment {
  let prepend: Node?
  let append: Node?
  let remove: Node?

  /// Fails on a mapping that is not an amendment.
  init?(_ mapping: Mapping) {
    guard !mapping.entries.isEmpty,
      mapping.entries.allSatisfy({ Self.keys.contains($0.key) })
    else { return nil }
    prepend = mapping["$prepend"]
    append = mapping["$append"]
    remove = mapping["$remove"]
  }

  static let keys = ["$prepend", "$append", "$remove"]

  var lists: [Node] {
    [prepend, append, remove].compactMap { $0 }
  }

  /// The amended list; an item to remove is one that is written the same.
  func applied(to base: [Node]) -> [Node] {
    let removed = remove?.sequence ?? []
    let kept = base.filter { node in !removed.contains { $0.isWritten(like: node) } }
    return (prepend?.sequence ?? []) + kept + (append?.sequence ?? [])
  }
}

extension Node {
  /// Whether both say the same, wherever they stand.
  func isWritten(like other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left), .scalar(let right)):
      left.text == right.text && left.type == right.type
    case (.sequence(let left), .sequence(let right)):
      left.elementsEqual(right) { $0.isWritten(like: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.entries.elementsEqual(right.entries) { $0.key == $1.key && $0.value.isWritten(like: $1.value) }
    default:
      false
    }
  }
}
