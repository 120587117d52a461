/// Where the lines of a text start: turns offsets of bytes into the lines and columns that people count.
///
/// A line ends with LF or CRLF; a lone CR is text. A byte order mark belongs to no line, because no editor
/// counts it as a column.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  /// The offset of the first byte of each line.
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    self.starts = starts
  }

  /// How many lines there are; one in an empty text, and an empty last one after a final line end.
  package var lineCount: Int {
    starts.count
  }

  /// The line and the column of a byte, both from 1, the column in Unicode scalars.
  ///
  /// An offset past the end means the end; one inside a scalar means that scalar.
  package func position(of offset: UInt32) -> (line: Int, column: Int) {
    let offset = min(Int(offset), bytes.count)
    let index = lineIndex(of: offset)
    var column = 1
    for (_, range) in Scalars(bytes[starts[index]..<limit(ofLineAt: index)]) {
      if range.upperBound > offset { break }
      column += 1
    }
    return (index + 1, column)
  }

  /// The bytes of a line without its line end; `line` counts from 1.
  package func text(ofLine line: Int) -> ArraySlice<UInt8> {
    let start = starts[line - 1]
    var end = limit(ofLineAt: line - 1)
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") {
      end -= 1
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    }
    return bytes[start..<end]
  }

  /// The offset after a line and its line end.
  private func limit(ofLineAt index: Int) -> Int {
    index + 1 < starts.count ? starts[index + 1] : bytes.count
  }

  /// The last line that starts at or before `offset`, by binary search.
  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
