/// Applies a function to every element, several at a time; results keep the order of the elements.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element],
  workers: Int,
  _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  // A task group costs about a millisecond; a few units are done before it pays.
  guard workers > 1, elements.count > 8 else { return elements.map(transform) }
  let share = max(1, min(64, elements.count / (workers * 4)))
  let starts = Array(stride(from: 0, to: elements.count, by: share))
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    var parts: [Int: [Result]] = [:]
    var waiting = starts[...]
    func addNext() {
      guard let start = waiting.popFirst() else { return }
      group.addTask {
        (start, elements[start..<min(start + share, elements.count)].map(transform))
      }
    }
    for _ in 0..<workers { addNext() }
    while let (start, part) = await group.next() {
      parts[start] = part
      addNext()
    }
    return starts.flatMap { parts[$0] ?? [] }
  }
}
