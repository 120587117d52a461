package import Diagnostics

/// The findings as people read them: headline, the lines it is about, why, and what to do.
///
/// They come in the given order with blank lines between, then a line that counts them; nothing at all for
/// no findings.
package func renderForTerminal(_ diagnostics: [Diagnostic], sources: SourceMap, palette: Palette) -> String {
  guard !diagnostics.isEmpty else { return "" }
  var page = TerminalPage(sources: sources, palette: palette)
  for diagnostic in diagnostics {
    page.append(diagnostic)
  }
  return page.text + countSentence(diagnostics) + "\n"
}

/// How many findings of each severity: `3 errors, 1 warning`.
package func countSentence(_ diagnostics: [Diagnostic]) -> String {
  let counts = Severity.allCases.reversed().compactMap { severity -> String? in
    let count = diagnostics.count { $0.severity == severity }
    guard count > 0 else { return nil }
    return "\(count) \(severity.name)\(count == 1 ? "" : "s")"
  }
  return counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
}

/// The columns of a source line beyond which it is cut around what matters.
let widestLine = 100

/// The text so far, and what it takes to add a finding.
struct TerminalPage: ~Copyable {
  private(set) var text = ""
  private var tables: LineTables
  private let palette: Palette

  init(sources: SourceMap, palette: Palette) {
    tables = LineTables(sources)
    self.palette = palette
  }

  /// The text of one finding alone.
  mutating func text(of diagnostic: Diagnostic) -> String {
    text = ""
    append(diagnostic)
    return text
  }

  /// Appends a finding and a blank line.
  mutating func append(_ diagnostic: Diagnostic) {
    let style = palette.style(of: diagnostic.severity)
    text += style("\(diagnostic.severity.name)[\(diagnostic.code.id)]")
    text += palette.headline(": \(escaped(diagnostic.message))") + "\n"
    let snippets = Snippet.all(of: diagnostic, locatedBy: &tables)
    let lastLine = snippets.map(\.lines.upperBound).max() ?? 0
    let gutter = Gutter(width: String(lastLine).utf8.count, style: palette.gutter)
    for snippet in snippets {
      append(snippet, gutter, primary: style)
    }
    if let help = diagnostic.help {
      text += gutter.blank("= ") + palette.headline("help:") + " \(escaped(help))\n"
    }
    if let generated = diagnostic.generated {
      text += gutter.blank("= ") + palette.headline("generated:")
      text += " \(escaped(generated.path)):\(generated.line)\n"
    }
    text += "\n"
  }

  private mutating func append(_ snippet: Snippet, _ gutter: Gutter, primary: Palette.Style) {
    let place = snippet.leading.location
    text += gutter.blank("┌─") + " \(escaped(place.path)):\(place.line):\(place.column)\n"
    text += gutter.blank("│") + "\n"
    let table = tables.table(of: snippet.leading.label.span.source)
    for number in snippet.lines {
      append(table.text(ofLine: number), number, snippet.marks(ofLine: number), gutter, primary: primary)
    }
  }

  /// Appends a line of the source and a row for each of its marks.
  private mutating func append(
    _ bytes: ArraySlice<UInt8>,
    _ number: Int,
    _ marks: [Mark],
    _ gutter: Gutter,
    primary: Palette.Style
  ) {
    let line = SourceLine(bytes)
    let columns = marks.map { line.columns(of: $0.range(in: bytes)) }
    let window = line.window(around: columns.first ?? 0..<0, limit: widestLine)
    let shown = line.text(in: window)
    text += gutter.number(number) + (shown.isEmpty ? "" : " \(shown)") + "\n"
    for (mark, columns) in zip(marks, columns) {
      let style = mark.isPrimary ? primary : palette.related
      // What the cut hides is marked at the edge.
      let visible = columns.clamped(to: window)
      let start = min(visible.lowerBound, window.upperBound - 1)
      let indent = String(repeating: " ", count: start - window.lowerBound + 1)
      text += gutter.blank("│") + indent + style(mark.underline(columns: max(1, visible.count))) + "\n"
    }
  }
}

/// What stands left of the source: line numbers, or blanks of the same width.
private struct Gutter {
  let width: Int
  let style: Palette.Style

  func blank(_ sign: String) -> String {
    style(String(repeating: " ", count: width) + sign)
  }

  func number(_ line: Int) -> String {
    let digits = String(line)
    return style(String(repeating: " ", count: width - digits.utf8.count) + digits + "│")
  }
}

extension Mark {
  /// The marked bytes of its first line.
  func range(in line: ArraySlice<UInt8>) -> Range<Int> {
    let start = min(max(Int(label.span.start), line.startIndex), line.endIndex)
    return start..<min(max(start, Int(label.span.end)), line.endIndex)
  }

  /// The row below the source: signs, and the words of the label.
  fileprivate func underline(columns: Int) -> String {
    let signs = String(repeating: isPrimary ? "^" : "-", count: columns)
    let words = label.message.isEmpty ? "" : " \(escaped(label.message))"
    return signs + (continuesOnNextLine ? "…" : "") + words
  }
}
