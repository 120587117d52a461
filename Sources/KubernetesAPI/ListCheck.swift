package import Diagnostics
import YAMLSyntax

extension StructureCheck {
  mutating func checkEntries(
    _ nodes: [Node],
    _ type: APIType,
    near place: Span?,
    reporting findings: inout Findings
  ) {
    if let element = type.element {
      for (index, node) in nodes.enumerated() {
        path.enter(index)
        check(node, element, near: node.firstSpan ?? place, reporting: &findings)
        path.leave()
      }
    }
    checkCount(nodes.count, "entry", type, at: place, reporting: &findings)
    guard nodes.count > 1 else { return }
    switch type.listType {
    case .atomic: break
    case .set: checkUnique(nodes.map { $0.scalar?.text }, nodes, type, near: place, reporting: &findings)
    case .map, .tolerantMap:
      let keys = type.listKeys.map { ($0, type.element?.typeOfField($0)?.defaultText) }
      checkUnique(nodes.map { $0.identity(keys) }, nodes, type, near: place, reporting: &findings)
    }
  }

  /// Reports entries whose identity an earlier one has; entries without identity are another finding's.
  private func checkUnique(
    _ identities: [String?],
    _ nodes: [Node],
    _ type: APIType,
    near place: Span?,
    reporting findings: inout Findings
  ) {
    var seen: [String: Int] = [:]
    for (index, identity) in identities.enumerated() {
      guard let identity else { continue }
      guard let first = seen[identity] else {
        seen[identity] = index
        continue
      }
      let key = type.listKeys.first
      findings.report(
        .duplicateKey(
          type,
          nodes[index],
          path,
          nodes[index].span(ofKey: key) ?? place,
          first: nodes[first].span(ofKey: key)
        )
      )
    }
  }
}

extension Node {
  /// The nearest place to say that something is missing in an entry of a list.
  fileprivate var firstSpan: Span? {
    mapping?.entries.first?.keySpan ?? origin.span
  }

  /// The value of a key where it is written, else the first thing of the entry.
  fileprivate func span(ofKey key: String?) -> Span? {
    key.flatMap { mapping?.entry($0)?.value.origin.span } ?? firstSpan
  }

  /// The texts of the keys of an entry; nil where one is missing and has no default.
  fileprivate func identity(_ keys: [(name: String, defaultText: String?)]) -> String? {
    guard let mapping else { return nil }
    var identity = ""
    for (name, defaultText) in keys {
      let scalar = mapping[name]?.scalar
      guard let text = scalar.flatMap({ $0.type == .null ? nil : $0.text }) ?? defaultText else { return nil }
      if keys.count == 1 { return text }
      identity += text
      identity += "\u{0}"
    }
    return identity
  }
}

// MARK: - Messages

extension Diagnostic {
  fileprivate static func duplicateKey(
    _ type: APIType,
    _ node: Node,
    _ path: FieldPath,
    _ span: Span?,
    first: Span?
  ) -> Diagnostic {
    let keys = type.listKeys.map { key in
      let text = node.mapping?[key]?.scalar?.text ?? type.element?.typeOfField(key)?.defaultText ?? ""
      return "\(key) '\(text.shortened)'"
    }
    let what = keys.isEmpty ? "value '\(node.scalar?.text.shortened ?? "")'" : keys.joined(separator: " and ")
    let isTolerated = type.listType == .tolerantMap
    return Diagnostic(
      .duplicateListKey,
      isTolerated ? .warning : .error,
      "two entries of '\(path)' have the \(what)",
      at: span.map { Label($0, "the second one") },
      related: first.map { [Label($0, "the first one")] } ?? [],
      help: isTolerated ? "Keep one: an apply merges them by this key." : "Keep one, or change the other."
    )
  }
}

extension Code {
  package static let duplicateListKey = Code("SPAI1613", "duplicate-list-key")
}
