import Diagnostics

/// A line of a user's file as a terminal shows it, where every byte has a column.
struct SourceLine {
  /// What one scalar, or one sequence that is not UTF-8, looks like.
  private struct Cell {
    /// Its bytes in the source.
    let range: Range<Int>
    let text: String
    /// The display column of its first column, from 0.
    let column: Int
    let width: Int
  }

  /// The line, where each byte is a printable sign of ASCII: nearly every line is.
  private let plain: ArraySlice<UInt8>?
  /// Empty where the line is plain.
  private let cells: [Cell]
  /// The display columns of the whole line.
  let width: Int

  init(_ bytes: ArraySlice<UInt8>) {
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      plain = bytes
      cells = []
      width = bytes.count
      return
    }
    plain = nil
    var cells: [Cell] = []
    var column = 0
    for (scalar, range) in Scalars(bytes) {
      let (text, width) = appearance(of: scalar, bytes[range])
      cells.append(Cell(range: range, text: text, column: column, width: width))
      column += width
    }
    self.cells = cells
    width = column
  }

  /// The display columns of a range of the source's bytes; at least one, so that an empty range can be shown.
  func columns(of range: Range<Int>) -> Range<Int> {
    if let plain {
      let start = min(max(range.lowerBound - plain.startIndex, 0), width)
      return start..<max(start + 1, min(range.upperBound - plain.startIndex, width))
    }
    let start = cells.first { $0.range.upperBound > range.lowerBound }?.column ?? width
    let end = cells.first { $0.range.lowerBound >= range.upperBound }?.column ?? width
    return start..<max(start + 1, end)
  }

  /// The columns to show where the line is wider than `limit`: from the start if that shows what matters.
  func window(around columns: Range<Int>, limit: Int) -> Range<Int> {
    let end = max(width, columns.upperBound)
    let margin = limit / 10
    if end <= limit { return 0..<end }
    if columns.upperBound <= limit - margin { return 0..<limit }
    let middle = (columns.lowerBound + columns.upperBound) / 2
    let start = min(middle - limit / 2, columns.lowerBound - margin)
    let lower = max(0, min(start, end - limit))
    return lower..<(lower + limit)
  }

  /// The text in a window of columns before, in and after some of them, with `…` where it was cut.
  func parts(in window: Range<Int>, around columns: Range<Int>) -> (String, String, String) {
    let (before, marked, after) = visibleParts(in: window, around: columns)
    return (
      (window.lowerBound > 0 ? "…" : "") + before, marked, after + (window.upperBound < width ? "…" : "")
    )
  }

  private func visibleParts(
    in window: Range<Int>,
    around columns: Range<Int>
  ) -> (String, String, String) {
    if plain != nil {
      let end = max(columns.upperBound, window.upperBound)
      return (
        plainText(window.clamped(to: 0..<columns.lowerBound)), plainText(window.clamped(to: columns)),
        plainText(window.clamped(to: columns.upperBound..<end))
      )
    }
    let visible = cells.filter { $0.column >= window.lowerBound && $0.column + $0.width <= window.upperBound }
    return (
      visible.filter { $0.column < columns.lowerBound }.map(\.text).joined(),
      visible.filter { columns.contains($0.column) }.map(\.text).joined(),
      visible.filter { $0.column >= columns.upperBound }.map(\.text).joined()
    )
  }

  /// The text of some columns of a plain line, as far as it goes.
  private func plainText(_ columns: Range<Int>) -> String {
    guard let plain else { return "" }
    let visible = columns.clamped(to: 0..<width)
    let start = plain.startIndex
    return String(decoding: plain[(start + visible.lowerBound)..<(start + visible.upperBound)], as: UTF8.self)
  }

  /// The text in a window of columns, with `…` where it was cut.
  func text(in window: Range<Int>) -> String {
    let isCutBefore = window.lowerBound > 0
    let isCutAfter = window.upperBound < width
    let lower = window.lowerBound + (isCutBefore ? 1 : 0)
    let upper = window.upperBound - (isCutAfter ? 1 : 0)
    let start = isCutBefore ? "…" : "", end = isCutAfter ? "…" : ""
    if plain != nil { return start + plainText(lower..<max(lower, upper)) + end }
    let visible = cells.filter { $0.column >= lower && $0.column + $0.width <= upper }
    // A cell of several columns that the cut splits leaves blanks, which keep what follows in its column.
    let gap = isCutBefore ? (visible.first?.column ?? lower) - lower : 0
    return start + String(repeating: " ", count: gap) + visible.map(\.text).joined() + end
  }
}

/// What a scalar looks like and how many columns that takes.
private func appearance(of scalar: Unicode.Scalar?, _ bytes: ArraySlice<UInt8>) -> (String, width: Int) {
  guard let scalar else {
    let text = escape(of: bytes)
    return (text, text.utf8.count)
  }
  if scalar == "\t" { return ("  ", 2) }
  if isUnprintable(scalar) {
    let text = escape(of: scalar)
    return (text, text.utf8.count)
  }
  return (String(scalar), displayWidth(of: scalar))
}

/// The columns of a printable scalar: none for marks, two for the wide scripts and emoji.
///
/// Sequences that a terminal may join into one picture count as their parts.
private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  return switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    2
  default: 1
  }
}
