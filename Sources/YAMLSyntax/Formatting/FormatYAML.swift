package import Diagnostics

/// The canonical form of a source: keys in order, two spaces a level, one before a comment, at most one empty line, LF.
///
/// Values stay as somebody wrote them, quotes and flow style too, and every comment stays with what it is about. What
/// comes out is read back and compared; nothing is returned that would mean something else.
///
/// - Parameters:
///   - source: The text.
///   - order: The order of the keys of a document.
///   - findings: Why a text has no canonical form: it is not YAML, or written in a way that cannot be moved safely.
/// - Returns: The text; nil where there is none.
package func formatYAML(
  _ source: Source,
  order: (Node) -> KeyOrder,
  reporting findings: inout Findings
) -> [UInt8]? {
  let before = findings.errorCount
  let meant = parseYAML(source, reporting: &findings)
  guard findings.errorCount == before else { return nil }
  if let offset = unusualLineBreak(in: source.bytes) {
    findings.report(.unformattable(source, offset, "not every reader takes this for the end of a line"))
    return nil
  }
  // Offsets of findings are those of the file only where its line ends are.
  let plain = withPlainLineEnds(source.bytes)
  var formatter = Formatter(plain)
  do throws(Unformattable) {
    let formatted = try formatter.text(of: parsed(plain), order: order)
    guard haveSameMeaning(parsed(formatted), meant) else {
      throw Unformattable(offset: 0, reason: "it would mean something else")
    }
    return formatted
  } catch {
    findings.report(.unformattable(source, plain == source.bytes ? error.offset : 0, error.reason))
    return nil
  }
}

/// Why a text stays as it is.
struct Unformattable: Error {
  let offset: Int
  let reason: String
}

/// The documents of a text that is known to be YAML, or, where it is not, others than were meant.
private func parsed(_ bytes: [UInt8]) -> [Node] {
  var sources = SourceMap()
  let id = sources.add(path: "", owner: .builtIn, bytes: bytes)
  var findings = Findings()
  let documents = parseYAML(sources[id], reporting: &findings)
  return findings.errorCount == 0 ? documents : []
}

/// Without a byte order mark, and with LF at the ends of lines, which is what every value has there already.
private func withPlainLineEnds(_ bytes: [UInt8]) -> [UInt8] {
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  return bytes.indices.dropFirst(start).filter { bytes[$0] != UInt8(ascii: "\r") }.map { bytes[$0] }
}

/// The first line break of YAML 1.1 that an editor may not show as one: a lone CR, NEL, LS or PS.
private func unusualLineBreak(in bytes: [UInt8]) -> Int? {
  bytes.indices.first { offset in
    let next = bytes[(offset + 1)...]
    return switch bytes[offset] {
    case UInt8(ascii: "\r"): next.first != UInt8(ascii: "\n")
    case 0xC2: next.first == 0x85
    case 0xE2: next.starts(with: [0x80, 0xA8]) || next.starts(with: [0x80, 0xA9])
    default: false
    }
  }
}

/// Whether two texts say the same but for the order of keys, in every byte and style.
private func haveSameMeaning(_ left: [Node], _ right: [Node]) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy(haveSameMeaning)
}

private func haveSameMeaning(_ left: Node, _ right: Node) -> Bool {
  switch (left.content, right.content) {
  case (.scalar(let left), .scalar(let right)):
    return left.type == right.type && left.style == right.style && left.text.hasSameBytes(as: right.text)
  case (.sequence(let left), .sequence(let right)):
    return haveSameMeaning(left, right)
  case (.mapping(let left), .mapping(let right)):
    return left.entries.count == right.entries.count
      && left.entries.allSatisfy { entry in right[entry.key].map { haveSameMeaning(entry.value, $0) } ?? false
      }
  default: return false
  }
}

// MARK: - Messages

extension Code {
  package static let unformattable = Code("SPAI1014", "unformattable")
}

extension Diagnostic {
  fileprivate static func unformattable(_ source: Source, _ offset: Int, _ reason: String) -> Self {
    let end = min(offset + 1, source.bytes.count)
    return Diagnostic(
      .unformattable,
      .error,
      "'\(source.path)' cannot be formatted, and stays as it is",
      at: Label(Span(source: source.id, start: UInt32(min(offset, end)), end: UInt32(end)), reason),
      help: "Write it in a plainer way."
    )
  }
}
