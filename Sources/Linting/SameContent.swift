internal import YAMLSyntax

extension Node {
  /// Whether both are the same value, wherever they stand and in whatever order their keys are.
  func hasSameContent(as other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left), .scalar(let right)): left.text == right.text && left.type == right.type
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.hasSameContent(as: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.entries.count == right.entries.count
        && left.entries.allSatisfy { entry in
          right[entry.key].map { entry.value.hasSameContent(as: $0) } ?? false
        }
    default: false
    }
  }
}
