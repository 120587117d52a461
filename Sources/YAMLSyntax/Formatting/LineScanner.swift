/// A place in a text that moves on, and what may stand between values: empty lines, comments, anchors, tags.
struct LineScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// Where the line of the place ends: at its LF, or at the end of the text.
  var lineEnd: Int { end(ofLineAt: position) }

  /// How many bytes are before the place on its line.
  var column: Int {
    position - (bytes[..<position].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
  }

  func unexpected() -> Unformattable {
    Unformattable(offset: position, reason: "this is not moved or indented safely")
  }

  private func end(ofLineAt offset: Int) -> Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  // MARK: Words

  mutating func skipBlanks() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  mutating func take(upTo end: Int) -> [UInt8] {
    defer { position = max(position, end) }
    return position < end ? Array(bytes[position..<end]) : []
  }

  mutating func take(_ byte: UInt8) throws(Unformattable) -> UInt8 {
    guard position < bytes.count, bytes[position] == byte else { throw unexpected() }
    position += 1
    return byte
  }

  mutating func takeWord() -> [UInt8] {
    take(upTo: bytes[position...].firstIndex(where: isBlank) ?? bytes.count)
  }

  /// The anchor and the tag on this line, in their order; leaves the place at what follows.
  mutating func takeProperties() -> [UInt8] {
    var words: [UInt8] = []
    skipBlanks()
    while position < bytes.count, bytes[position] == UInt8(ascii: "&") || bytes[position] == UInt8(ascii: "!")
    {
      words += (words.isEmpty ? [] : [UInt8(ascii: " ")]) + takeWord()
      skipBlanks()
    }
    return words
  }

  var isAtAlias: Bool {
    position < bytes.count && bytes[position] == UInt8(ascii: "*")
  }

  /// Whether a collection that starts at an offset is written without brackets.
  func isBlock(_ node: Node, at offset: Int) -> Bool {
    if node.scalar != nil { return false }
    return bytes[offset] != UInt8(ascii: node.sequence == nil ? "{" : "[")
  }

  // MARK: Lines between values

  /// The comment behind a value; leaves the place at the next line.
  mutating func restOfLine() throws(Unformattable) -> [UInt8] {
    skipBlanks()
    let end = lineEnd
    guard position == end || bytes[position] == UInt8(ascii: "#") else { throw unexpected() }
    defer { position = min(end + 1, bytes.count) }
    return trimmed(bytes[position..<end])
  }

  /// Comments and empty lines, of several in a row one; leaves the place at what stands below them.
  mutating func linesAbove() throws(Unformattable) -> [FormattedLine] {
    var lines: [FormattedLine] = []
    while !isAtEnd {
      let start = position
      skipBlanks()
      if position < lineEnd, bytes[position] != UInt8(ascii: "#") { return lines }
      if position == bytes.count { return lines }
      position = start
      add(try restOfLine(), to: &lines)
    }
    return lines
  }

  /// The comments below a key or dash that are indented more than it; empty lines behind the last of them stay.
  mutating func linesBelow(_ parent: Int) -> [FormattedLine] {
    var lines: [FormattedLine] = []
    var count = 0
    var end = position
    while !isAtEnd {
      skipBlanks()
      let isComment = position < lineEnd
      if isComment, bytes[position] != UInt8(ascii: "#") || column <= parent { break }
      add(trimmed(bytes[position..<lineEnd]), to: &lines)
      position = min(lineEnd + 1, bytes.count)
      if isComment { (count, end) = (lines.count, position) }
    }
    position = end
    return Array(lines.prefix(count))
  }

  /// What stands before, between and behind documents: comments and markers.
  mutating func linesBetweenDocuments() throws(Unformattable) -> [FormattedLine] {
    var lines = try linesAbove()
    while column == 0, ["---", "..."].contains(where: { bytes[position...].starts(with: $0.utf8) }) {
      let marker = take(upTo: position + 3)
      let comment = try restOfLine()
      lines.append(
        FormattedLine(indent: 0, text: marker + (comment.isEmpty ? [] : [UInt8(ascii: " ")] + comment))
      )
      lines += try linesAbove()
    }
    return lines
  }

  private func add(_ text: [UInt8], to lines: inout [FormattedLine]) {
    if text.isEmpty, lines.last?.text.isEmpty == true { return }
    lines.append(FormattedLine(indent: 0, text: text))
  }

  private func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = text
    while let last = text.last, isSpace(last) { text.removeLast() }
    return Array(text)
  }

  // MARK: Values as they are

  /// The lines of a scalar or flow collection that starts here; those below the first are indented from its parent.
  mutating func takeValue(_ node: Node, upTo end: Int, parent: Int) -> [FormattedLine] {
    let isText = node.scalar.map { $0.style == .literal || $0.style == .folded } ?? false
    let lines = take(upTo: end).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let first = FormattedLine(indent: 0, text: trimmedHead(lines[0], isWhole: lines.count == 1))
    let below = lines.dropFirst()
    if isText { return [first] + textLines(below, header: lines[0], parent: parent) }
    // The indentation of these lines says nothing; their shape is kept.
    return [first]
      + below.map { line in
        let width = line.prefix(while: isSpace).count
        if width == line.count { return .empty }
        return FormattedLine(indent: max(2, width - parent), text: Array(line.dropFirst(width)))
      }
  }

  /// The first line of several may end with blanks that belong to nothing.
  private func trimmedHead(_ line: ArraySlice<UInt8>, isWhole: Bool) -> [UInt8] {
    isWhole ? Array(line) : trimmed(line)
  }

  /// The lines of a block scalar: its own indentation goes, all other spaces are text.
  private func textLines(
    _ lines: ArraySlice<ArraySlice<UInt8>>,
    header: ArraySlice<UInt8>,
    parent: Int
  ) -> [FormattedLine] {
    let indicators = header.prefix { !isSpace($0) }
    let digit = indicators.first { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    let said = digit.map { Int($0 - UInt8(ascii: "0")) }
    let spaces = lines.map { line in line.prefix { $0 == UInt8(ascii: " ") }.count }
    let found = zip(lines, spaces).first { $0.count > $1 }?.1
    let own = said.map { parent + $0 } ?? found ?? 0
    return zip(lines, spaces).map { line, spaces in
      let text = line.dropFirst(min(own, spaces))
      return text.isEmpty ? .empty : FormattedLine(indent: said ?? 2, text: Array(text))
    }
  }
}
