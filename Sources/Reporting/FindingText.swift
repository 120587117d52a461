import Diagnostics

/// A finding in plain lines, for reports that cannot show the source: place, headline, why, and what to do.
///
/// Every line is safe to show; the first one is what editors and CI systems turn into a link.
func plainText(of diagnostic: Diagnostic, locatedBy tables: inout LineTables) -> String {
  var text = ""
  if let primary = diagnostic.primary {
    text += place(of: primary, locatedBy: &tables) + ": "
  }
  text += "\(diagnostic.severity.name)[\(diagnostic.code.id)]: \(shownText(diagnostic.message))\n"
  if let why = diagnostic.primary?.message, !why.isEmpty {
    text += "  why: \(shownText(why))\n"
  }
  for label in diagnostic.related {
    let words = label.message.isEmpty ? "" : ": \(shownText(label.message))"
    text += "  see: \(place(of: label, locatedBy: &tables))\(words)\n"
  }
  if let help = diagnostic.help {
    text += "  help: \(shownText(help))\n"
  }
  if let generated = diagnostic.generated {
    text += "  generated: \(shownText(generated.path)):\(generated.line)\n"
  }
  return text
}

/// The text as a report shows it: nothing in it commands, reorders or hides, and it is of bounded length.
func shownText(_ text: String) -> String {
  escaped(shortened(text, to: longestText))
}

/// The text as the name of something, which is shorter and never blank.
func shownName(_ text: String) -> String {
  let isBlank = text.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
  return isBlank ? "(no name)" : escaped(shortened(text, to: longestName))
}

/// The bytes beyond which a text is cut: consumers refuse files for single texts of some megabytes.
private let longestText = 8192
private let longestName = 512

/// At most `limit` bytes of a text, cut between scalars, and how much was left out.
func shortened(_ text: String, to limit: Int) -> String {
  guard text.utf8.count > limit else { return text }
  var end = text.utf8.index(text.startIndex, offsetBy: limit)
  while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
  let kept = text[..<end]
  return "\(kept)… (\(text.utf8.count - kept.utf8.count) bytes more)"
}

private func place(of label: Label, locatedBy tables: inout LineTables) -> String {
  let location = tables.location(of: label.span)
  return "\(shownText(location.path)):\(location.line):\(location.column)"
}
