package import Diagnostics

/// A printed document: its bytes, and where each line comes from.
package struct PrintedYAML: Sendable {
  package fileprivate(set) var bytes: [UInt8] = []
  /// The origin of line `i + 1` at index `i`.
  package fileprivate(set) var lines: [Origin] = []
}

/// Prints a tree in block style: two spaces, LF, strings quoted that any YAML would take for something else.
///
/// Written by hand rather than by libyaml's emitter, which prints the text `no` as `no`; the line map comes
/// for nothing on the way.
///
/// - Parameters:
///   - root: What is printed.
///   - header: Lines of a comment at the top.
///   - fallback: The origin of lines that have none of their own.
/// - Returns: The bytes, and the origin of each line.
package func printYAML(_ root: Node, header: [String] = [], fallback: Origin = .none) -> PrintedYAML {
  var printer = Printer(fallback: fallback)
  printer.output.bytes.reserveCapacity(2048)
  for line in header {
    printer.append("# ")
    printer.append(line)
    printer.endLine(.none)
  }
  printer.printRoot(root)
  return printer.output
}

private struct Printer {
  var output = PrintedYAML()
  let fallback: Origin

  mutating func append(_ text: String) {
    output.bytes.append(contentsOf: text.utf8)
  }

  mutating func indent(_ width: Int) {
    output.bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: width))
  }

  mutating func endLine(_ origin: Origin) {
    output.bytes.append(UInt8(ascii: "\n"))
    output.lines.append(
      origin.span == nil ? Origin(span: fallback.span, derivation: origin.derivation) : origin
    )
  }

  mutating func printRoot(_ node: Node) {
    switch node.content {
    case .mapping(let mapping) where !mapping.entries.isEmpty:
      printMapping(mapping, at: 0, isOpen: false)
    case .sequence(let nodes) where !nodes.isEmpty:
      printSequence(nodes, at: 0, isOpen: false)
    default:
      printInline(node, at: 0)
    }
  }

  /// `isOpen` tells that the first line has begun, behind a dash.
  mutating func printMapping(_ mapping: Mapping, at depth: Int, isOpen: Bool) {
    var isFirst = isOpen
    for entry in mapping.entries {
      if !isFirst { indent(depth) }
      isFirst = false
      printKey(entry, at: depth)
      switch entry.value.content {
      case .mapping(let inner) where !inner.entries.isEmpty:
        endLine(entry.value.origin)
        printMapping(inner, at: depth + 2, isOpen: false)
      case .sequence(let nodes) where !nodes.isEmpty:
        endLine(entry.value.origin)
        printSequence(nodes, at: depth, isOpen: false)
      default:
        output.bytes.append(UInt8(ascii: " "))
        printInline(entry.value, at: depth + 2)
      }
    }
  }

  /// A key and its colon; a long one on a line of its own, behind a question mark.
  ///
  /// Readers look for the colon of a key no further than 1024 characters.
  mutating func printKey(_ entry: Mapping.Entry, at depth: Int) {
    let start = output.bytes.count
    appendQuotedIfNeeded(entry.key)
    if output.bytes.count - start > 1024 {
      output.bytes.insert(contentsOf: "? ".utf8, at: start)
      endLine(entry.value.origin)
      indent(depth)
    }
    output.bytes.append(UInt8(ascii: ":"))
  }

  mutating func printSequence(_ nodes: [Node], at depth: Int, isOpen: Bool) {
    var isFirst = isOpen
    for node in nodes {
      if !isFirst { indent(depth) }
      isFirst = false
      append("- ")
      switch node.content {
      case .mapping(let inner) where !inner.entries.isEmpty:
        printMapping(inner, at: depth + 2, isOpen: true)
      case .sequence(let inner) where !inner.isEmpty:
        printSequence(inner, at: depth + 2, isOpen: true)
      default:
        printInline(node, at: depth + 2)
      }
    }
  }

  /// Scalars and empty collections: what follows on the line of its key or dash.
  mutating func printInline(_ node: Node, at depth: Int) {
    switch node.content {
    case .mapping: append("{}")
    case .sequence: append("[]")
    case .scalar(let scalar):
      guard scalar.type == .string else {
        append(scalar.text.isEmpty ? "null" : scalar.text)
        break
      }
      if isFitForLiteral(scalar.text) {
        printLiteral(scalar.text, at: max(depth, 2), node.origin)
        return
      }
      appendQuotedIfNeeded(scalar.text)
    }
    endLine(node.origin)
  }

  mutating func printLiteral(_ text: String, at depth: Int, _ origin: Origin) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let endsInBreak = lines.last?.isEmpty == true
    if endsInBreak { lines.removeLast() }
    append(!endsInBreak ? "|-" : lines.last?.isEmpty == true ? "|+" : "|")
    endLine(origin)
    for line in lines {
      if !line.isEmpty {
        indent(depth)
        output.bytes.append(contentsOf: line)
      }
      endLine(origin)
    }
  }

  mutating func appendQuotedIfNeeded(_ text: String) {
    guard needsQuotes(text) else {
      append(text)
      return
    }
    output.bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\t": append("\\t")
      case "\r": append("\\r")
      case _ where isPrintable(scalar): output.bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      default: append(escape(scalar))
      }
    }
    output.bytes.append(UInt8(ascii: "\""))
  }
}

/// A character as an escape in double quotes.
func escape(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  let (letter, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
  return "\\\(letter)" + String(repeating: "0", count: width - digits.utf8.count) + digits
}
