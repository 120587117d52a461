internal import Diagnostics

/// What a reader of the printed bytes would get that differs from the tree; nil where nothing does.
///
/// libyaml reads the bytes back; a text that came out plain must stay a text for YAML 1.1 as well, which the
/// printer's own quoting rule decides.
package func readBackDifference(_ printed: [UInt8], _ node: Node) -> String? {
  var sources = SourceMap()
  let id = sources.add(path: "printed", owner: .builtIn, bytes: printed)
  var findings = Findings()
  let documents = parseYAML(sources[id], reporting: &findings)
  if let problem = findings.all.first { return "the output cannot be read: \(problem.message)" }
  guard documents.count == 1 else { return "the output holds \(documents.count) documents" }
  return difference(documents[0], node, at: "")
}

private func difference(_ read: Node, _ meant: Node, at path: String) -> String? {
  switch (read.content, meant.content) {
  case (.scalar(let left), .scalar(let right)):
    if left.text != right.text || left.type != right.type {
      return "'\(path)' reads as \(left.type) '\(left.text)' instead of \(right.type) '\(right.text)'"
    }
    if left.type == .string, left.style == .plain, needsQuotes(left.text) {
      return "'\(path)' stands without quotes"
    }
    return nil
  case (.sequence(let left), .sequence(let right)):
    if left.count != right.count { return "'\(path)' has \(left.count) items instead of \(right.count)" }
    return left.indices.lazy.compactMap { difference(left[$0], right[$0], at: "\(path)[\($0)]") }.first
  case (.mapping(let left), .mapping(let right)):
    let keys = left.entries.map(\.key), expected = right.entries.map(\.key)
    if keys != expected { return "'\(path)' has keys \(keys) instead of \(expected)" }
    return zip(left.entries, right.entries).lazy.compactMap {
      difference($0.value, $1.value, at: path.isEmpty ? $0.key : "\(path).\($0.key)")
    }.first
  default: return "'\(path)' is of another kind"
  }
}
