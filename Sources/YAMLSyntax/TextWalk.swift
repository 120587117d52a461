extension Node {
  /// Whether a text here or below satisfies a condition; texts after the first that does are not looked at.
  ///
  /// Rules that look at every value of every object walk this way: by pointers, since a copy of each node on the way
  /// would count references twice and take longer than the condition.
  ///
  /// - Parameters:
  ///   - skipped: The keys whose values are passed by.
  ///   - condition: Asked for the text of every string.
  /// - Returns: Whether there is such a text.
  package func hasText(
    outside skipped: [String] = [],
    where condition: (String) -> Bool
  ) -> Bool {
    unsafe withUnsafePointer(to: self) { unsafe walk($0, skipped, condition) }
  }
}

private func walk(
  _ node: UnsafePointer<Node>,
  _ skipped: [String],
  _ condition: (String) -> Bool
) -> Bool {
  switch unsafe node.pointee.content {
  case .scalar(let scalar):
    return scalar.type == .string && condition(scalar.text)
  case .sequence(let nodes):
    return unsafe nodes.withUnsafeBufferPointer { nodes in
      guard let first = nodes.baseAddress else { return false }
      return nodes.indices.contains { unsafe walk(first + $0, skipped, condition) }
    }
  case .mapping(let mapping):
    return unsafe mapping.entries.withUnsafeBufferPointer { entries in
      guard let first = entries.baseAddress else { return false }
      return entries.indices.contains { index in
        if skipped.contains(where: { unsafe first[index].key.hasSameBytes(as: $0) }) { return false }
        guard let value = unsafe (first + index).pointer(to: \.value) else { return false }
        return unsafe walk(value, skipped, condition)
      }
    }
  }
}
