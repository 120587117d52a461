internal import Diagnostics

/// One line of what is formatted: how far it is indented from where it belongs, and what it says.
struct FormattedLine {
  var indent: Int
  var text: [UInt8]

  static let empty = FormattedLine(indent: 0, text: [])

  var isComment: Bool { text.first == UInt8(ascii: "#") }
}

extension [FormattedLine] {
  func indented(by count: Int = 2) -> [FormattedLine] {
    map { $0.text.isEmpty ? $0 : FormattedLine(indent: $0.indent + count, text: $0.text) }
  }

  /// Without the empty lines that it starts with: nothing stands above them any more.
  var withoutEmptyStart: [FormattedLine] { Array(drop { $0.text.isEmpty }) }
}

/// One walk over a text and its nodes side by side: nodes say where things are, the text says all that they do not.
///
/// Whole blocks of lines are moved, never values. A comment belongs to the key below it; one that is indented more than
/// the key above it belongs to that one. What is in between must be empty lines and comments: anything else is a way of
/// writing that is not known here, and ends the walk.
struct Formatter {
  private var scanner: LineScanner

  /// - Parameter bytes: A text that is YAML, without a byte order mark, its lines ended by LF.
  init(_ bytes: [UInt8]) {
    scanner = LineScanner(bytes)
  }

  mutating func text(of documents: [Node], order: (Node) -> KeyOrder) throws(Unformattable) -> [UInt8] {
    var lines: [FormattedLine] = []
    for document in documents {
      lines += try scanner.linesBetweenDocuments()
      // An anchor that is moved behind its alias stands for nothing.
      let order = hasAliases(document) ? KeyOrder.asWritten : order(document)
      let value = try value(document, order, parent: 0)
      if value.isBlock {
        if !value.head.isEmpty { lines.append(FormattedLine(indent: 0, text: value.head)) }
        lines += value.below.map { FormattedLine(indent: max(0, $0.indent - 2), text: $0.text) }
      } else {
        lines += [FormattedLine(indent: 0, text: value.head)] + value.below
      }
    }
    lines += try scanner.linesBetweenDocuments()
    guard scanner.isAtEnd else { throw scanner.unexpected() }
    while lines.last?.text.isEmpty == true { lines.removeLast() }
    return lines.withoutEmptyStart.flatMap { line in
      [UInt8](repeating: UInt8(ascii: " "), count: line.text.isEmpty ? 0 : line.indent) + line.text + [0x0A]
    }
  }

  // MARK: Blocks

  private mutating func block(_ node: Node, _ order: KeyOrder) throws(Unformattable) -> [FormattedLine] {
    switch node.content {
    case .mapping(let mapping): try entries(of: mapping, order)
    case .sequence(let nodes): try items(nodes, order.ofItems)
    case .scalar: []
    }
  }

  private mutating func entries(of mapping: Mapping, _ order: KeyOrder) throws(Unformattable)
    -> [FormattedLine]
  {
    var blocks: [(rank: Int, lines: [FormattedLine])] = []
    for (entry, place) in zip(mapping.entries, order.places(of: mapping)) {
      let lines = try scanner.linesAbove() + self.entry(entry, place.below)
      blocks.append((place.rank, lines))
    }
    // Two of one rank stay as they are.
    let sorted = blocks.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    return sorted.flatMap(\.element.lines).withoutEmptyStart
  }

  private mutating func entry(_ entry: Mapping.Entry, _ order: KeyOrder) throws(Unformattable)
    -> [FormattedLine]
  {
    guard let span = entry.keySpan, scanner.position == Int(span.start) else { throw scanner.unexpected() }
    let column = scanner.column
    var text = scanner.take(upTo: Int(span.end))
    scanner.skipBlanks()
    text.append(try scanner.take(UInt8(ascii: ":")))
    let value = try value(entry.value, order, parent: column)
    guard !value.isBlock || !value.startsOnParentsLine else { throw scanner.unexpected() }
    if !value.head.isEmpty { text += [UInt8(ascii: " ")] + value.head }
    return [FormattedLine(indent: 0, text: text)] + value.below + scanner.linesBelow(column).indented()
  }

  private mutating func items(_ nodes: [Node], _ order: KeyOrder) throws(Unformattable) -> [FormattedLine] {
    var lines: [FormattedLine] = []
    for node in nodes {
      lines += try scanner.linesAbove()
      let column = scanner.column
      let dash = try scanner.take(UInt8(ascii: "-"))
      let value = try value(node, order, parent: column)
      var below = value.below[...]
      var text = [dash]
      if !value.head.isEmpty {
        text += [UInt8(ascii: " ")] + value.head
      } else if value.isBlock {
        // What is said about the first key of an item is said about the item.
        let about = below.prefix { $0.isComment || $0.text.isEmpty }
        lines += about.map { FormattedLine(indent: 0, text: $0.text) }
        below = below.dropFirst(about.count)
        text += [UInt8(ascii: " ")] + (below.popFirst()?.text ?? [])
      }
      lines += [FormattedLine(indent: 0, text: text)] + below + scanner.linesBelow(column).indented()
    }
    return lines.withoutEmptyStart
  }

  // MARK: Values

  /// What stands behind a key or a dash.
  private struct Value {
    /// The rest of the line: an anchor or tag, a scalar, a comment.
    var head: [UInt8] = []
    /// The lines below it, indented from the key or dash.
    var below: [FormattedLine] = []
    /// Whether the lines below are the entries or items of a block.
    var isBlock = false
    /// Whether it starts behind the key or dash; a block only behind a dash.
    var startsOnParentsLine = false

    mutating func append(_ words: [UInt8]) {
      guard !words.isEmpty else { return }
      head += (head.isEmpty ? [] : [UInt8(ascii: " ")]) + words
    }
  }

  private mutating func value(_ node: Node, _ order: KeyOrder, parent: Int) throws(Unformattable) -> Value {
    var value = Value()
    value.append(scanner.takeProperties())
    guard let span = node.origin.span, !scanner.isAtAlias else {
      value.append(scanner.takeWord())
      value.append(try scanner.restOfLine())
      return value
    }
    if span.start == span.end, node.scalar?.style == .plain {
      value.append(try scanner.restOfLine())
      return value
    }
    value.isBlock = scanner.isBlock(node, at: Int(span.start))
    value.startsOnParentsLine = Int(span.start) <= scanner.lineEnd
    if value.startsOnParentsLine {
      // A block that starts here has its own anchors and tags, on its first key.
      guard !value.isBlock || value.head.isEmpty else { throw scanner.unexpected() }
    } else {
      value.append(try scanner.restOfLine())
    }
    if value.isBlock {
      value.below = try block(node, order).indented()
      return value
    }
    let above = value.startsOnParentsLine ? [] : try scanner.linesAbove().withoutEmptyStart
    guard scanner.position == Int(span.start) else { throw scanner.unexpected() }
    var lines = scanner.takeValue(node, upTo: Int(span.end), parent: parent)
    let comment = try scanner.restOfLine()
    if !comment.isEmpty { lines[lines.count - 1].text += [UInt8(ascii: " ")] + comment }
    if value.startsOnParentsLine {
      value.append(lines.removeFirst().text)
    } else {
      lines[0].indent = 2
    }
    value.below = above.indented() + lines
    return value
  }
}

/// Whether a value stands for another one: it is then found before the place where it is used.
private func hasAliases(_ document: Node) -> Bool {
  var floor: UInt32 = 0
  func isAlias(_ node: Node) -> Bool {
    guard let span = node.origin.span else { return false }
    if span.start < floor { return true }
    floor = span.start
    switch node.content {
    case .scalar: floor = span.end
    case .sequence(let nodes): return nodes.contains(where: isAlias)
    case .mapping(let mapping):
      return mapping.entries.contains { entry in
        floor = max(floor, entry.keySpan?.end ?? floor)
        return isAlias(entry.value)
      }
    }
    return false
  }
  return isAlias(document)
}
