internal import Diagnostics
internal import YAMLSyntax

extension Node {
  /// A Tenant's document less what is wrong in it, so that one run can tell of its mistakes of meaning as well.
  ///
  /// A service, job or environment with a mistake keeps its name, so that whoever refers to it is not told that
  /// there is none; any other key with a mistake goes.
  func withoutMistakes(at mistakes: [Span]) -> Node {
    guard case .mapping(var document) = content else { return self }
    document.entries = document.entries.compactMap { entry in
      guard entry.holds(anyOf: mistakes) else { return entry }
      guard Self.namedThings.contains(entry.key), case .mapping(var things) = entry.value.content else {
        return entry.key == "owner" ? Mapping.Entry("owner", Self.unknownOwner) : nil
      }
      things.entries = things.entries.compactMap { $0.withoutMistakes(at: mistakes) }
      return Mapping.Entry(
        entry.key,
        keySpan: entry.keySpan,
        Node(.mapping(things), origin: entry.value.origin)
      )
    }
    return Node(.mapping(document), origin: origin)
  }

  private static let namedThings = ["environments", "services", "jobs"]

  /// Nothing about a tenant's workloads follows from who owns it.
  private static var unknownOwner: Node { ["team": "unknown", "contact": "unknown"] }
}

extension Mapping.Entry {
  /// Whether one of the spans lies in the key or the value.
  fileprivate func holds(anyOf spans: [Span]) -> Bool {
    guard let start = keySpan?.start ?? value.origin.span?.start else { return false }
    let end = max(value.origin.span?.end ?? start, keySpan?.end ?? start)
    return spans.contains { start <= $0.start && $0.end <= end }
  }

  /// The named thing with nothing but its template, if the mistake is in neither name nor template.
  fileprivate func withoutMistakes(at mistakes: [Span]) -> Mapping.Entry? {
    guard holds(anyOf: mistakes) else { return self }
    if let keySpan, mistakes.contains(keySpan) { return nil }
    let template = value.mapping?.entry("template")
    let kept = template.flatMap { $0.holds(anyOf: mistakes) ? nil : [$0] } ?? []
    return Mapping.Entry(key, keySpan: keySpan, Node(.mapping(Mapping(kept)), origin: value.origin))
  }
}
