/// The text of a comment so far, which is never longer than a comment may be.
struct MarkdownPage {
  private(set) var text = ""
  private var size = 0

  /// Adds a part if it fits.
  @discardableResult
  mutating func append(_ part: String) -> Bool {
    let count = part.utf8.count
    guard size + count <= largestComment - closingReserve else { return false }
    text += part
    size += count
    return true
  }

  /// Adds the rows of a table, as far as they leave half of the rest to what follows.
  mutating func append(rows: [String], of what: String) {
    let limit = size + (largestComment - size) / 2
    for (index, row) in rows.enumerated() {
      guard size + row.utf8.count <= limit, append(row) else {
        return close(leavingOut: "\(rows.count - index) \(what)")
      }
    }
  }

  /// Adds the line that says what was cut, for which there is always room.
  mutating func close(leavingOut what: String) {
    let line = "\n_Not shown: \(what), because a comment is limited to 60,000 characters._\n"
    text += line
    size += line.utf8.count
  }
}

private let largestComment = 60_000
/// Room for the lines that say what was cut, at most three.
private let closingReserve = 500

/// A text that Markdown shows as it is, in a table too; mentions mention nobody.
func markdownText(_ text: String) -> String {
  respelt(shownName(text)) { scalar in
    switch scalar {
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    case "@", "$": "<span>\(scalar)</span>"
    case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "#", "!": "\\\(scalar)"
    default: isForbiddenInXML(scalar) ? escape(of: scalar) : nil
    }
  }
}
