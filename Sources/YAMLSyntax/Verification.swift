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
  return difference(documents[0], node, at: "", in: printed)
}

private func difference(_ read: Node, _ meant: Node, at path: String, in printed: [UInt8]) -> String? {
  switch (read.content, meant.content) {
  case (.scalar(let left), .scalar(let right)):
    return difference(left, right, at: path)
  case (.sequence(let left), .sequence(let right)):
    if left.count != right.count { return "'\(path)' has \(left.count) items instead of \(right.count)" }
    for index in left.indices {
      let place = "\(path)[\(index)]"
      if let found = difference(left[index], right[index], at: place, in: printed) { return found }
    }
    return nil
  case (.mapping(let left), .mapping(let right)):
    return difference(left, right, at: path, in: printed)
  default: return "'\(path)' is of another kind"
  }
}

private func difference(_ read: Scalar, _ meant: Scalar, at path: String) -> String? {
  // Null has many spellings.
  if read.type == .null, meant.type == .null { return nil }
  if read.type != meant.type || !read.text.hasSameBytes(as: meant.text) {
    return "'\(path)' reads as \(read.type) '\(read.text)' instead of \(meant.type) '\(meant.text)'"
  }
  if read.type == .string, read.style == .plain, needsQuotes(read.text) {
    return "'\(path)' stands without quotes"
  }
  return nil
}

private func difference(
  _ read: Mapping,
  _ meant: Mapping,
  at path: String,
  in printed: [UInt8]
) -> String? {
  let (left, right) = (read.entries, meant.entries)
  guard left.count == right.count, zip(left, right).allSatisfy({ $0.key.hasSameBytes(as: $1.key) }) else {
    return "'\(path)' has keys \(left.map(\.key)) instead of \(right.map(\.key))"
  }
  for (read, meant) in zip(left, right) {
    let place = path.isEmpty ? read.key : "\(path).\(read.key)"
    let isQuoted = read.keySpan.map { printed[Int($0.start)] == UInt8(ascii: "\"") } ?? false
    if !isQuoted, needsQuotes(read.key) { return "key '\(place)' stands without quotes" }
    if let found = difference(read.value, meant.value, at: place, in: printed) { return found }
  }
  return nil
}
