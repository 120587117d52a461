package import Diagnostics
internal import YAMLSyntax

/// Lays the tenant's layers over their base and decodes the result.
///
/// - Parameters:
///   - base: What holds before the tenant says a word.
///   - layers: The tenant's layers, lowest first.
///   - locked: Paths that the tier keeps to itself.
///   - origin: The line that the workload is there for.
///   - owner: The workload, for messages: `service 'api'`.
///   - findings: Where problems go.
/// - Returns: nil where the layers together are not a complete object; that has been reported.
func decodeLayers<Object: SpecObject>(
  _ base: Node,
  _ layers: [Node],
  locked: [Spanned<String>],
  origin: Origin,
  owner: String,
  reporting findings: inout Findings
) -> Object? {
  var redundant: [Redundancy] = []
  var merged = base
  for layer in layers where layer.mapping?.entries.isEmpty == false {
    checkLocks(locked, in: layer, owner: owner, reporting: &findings)
    merged = merge(merged, layer, redundant: &redundant)
  }
  for redundancy in redundant {
    findings.report(.redundantOverride(redundancy, owner))
  }
  if let object = Object(node: merged) { return object }
  // A layer is checked where it was written; what can still be wrong is the whole: report it at the workload.
  merged.origin = origin
  Object.schema.check(merged, as: owner, reporting: &findings)
  return nil
}

private func checkLocks(
  _ locked: [Spanned<String>],
  in layer: Node,
  owner: String,
  reporting findings: inout Findings
) {
  for path in locked {
    let keys = path.value.split(separator: ".").map(String.init)
    guard let node = layer.node(at: keys) else { continue }
    findings.report(.lockedPath(path, node, owner))
  }
}

// MARK: - Messages

extension Code {
  package static let lockedPath = Code("SPAI1201", "locked-path")
  package static let redundantOverride = Code("SPAI1202", "redundant-override")
}

extension Diagnostic {
  fileprivate static func lockedPath(_ path: Spanned<String>, _ node: Node, _ owner: String) -> Self {
    Diagnostic(
      .lockedPath,
      .error,
      "'\(path.value)' of \(owner) is locked by the tier",
      at: node.firstSpan.map { Label($0, "may not be set here") },
      related: path.origin.span.map { [Label($0, "locked here")] } ?? [],
      help: "Remove it, or ask the platform team."
    )
  }

  fileprivate static func redundantOverride(_ redundancy: Redundancy, _ owner: String) -> Self {
    Diagnostic(
      .redundantOverride,
      .note,
      "'\(redundancy.path)' of \(owner) repeats what already holds",
      at: Label(redundancy.override, "changes nothing"),
      related: [Label(redundancy.inherited, "already said here")],
      help: "Remove it, so that it follows when the lower layer changes."
    )
  }
}

extension Node {
  /// The first place in or under the node.
  var firstSpan: Span? {
    if let span = origin.span { return span }
    switch content {
    case .scalar: return nil
    case .sequence(let nodes): return nodes.lazy.compactMap(\.firstSpan).first
    case .mapping(let mapping):
      return mapping.entries.lazy.compactMap { $0.keySpan ?? $0.value.firstSpan }.first
    }
  }
}
