/// Writes HTML that is well-formed XML too, so that any parser can judge it.
///
/// There is no way to write text or an attribute that is not escaped, but for the page's own style and script.
struct HTMLWriter: ~Copyable {
  private var bytes = Array("<!DOCTYPE html>\n".utf8)

  /// The document, with a final newline.
  consuming func finished() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Writes an element whose content `content` writes; it is always closed by a tag of its own.
  mutating func element(
    _ name: StaticString,
    _ attributes: [(name: StaticString, value: String)] = [],
    content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    append(">")
    content(&self)
    append("</")
    append(name)
    append(">")
  }

  /// Writes an element that holds a text.
  mutating func element(
    _ name: StaticString,
    _ attributes: [(name: StaticString, value: String)] = [],
    text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that cannot have content, such as `meta`.
  mutating func void(_ name: StaticString, _ attributes: [(name: StaticString, value: String)]) {
    open(name, attributes)
    append("/>")
  }

  /// Writes a text; what commands, reorders or hides is spelt out.
  mutating func text(_ text: String) {
    bytes.append(contentsOf: escapedForHTML(shownText(text)).utf8)
  }

  /// Ends a line of the file, for people who read the file or its differences.
  mutating func newline() {
    append("\n")
  }

  /// Writes the style of the page, which holds nothing of a user.
  mutating func style(_ css: StaticString) {
    append("<style>")
    append(css)
    append("</style>")
  }

  /// Writes the script of the page, which holds nothing of a user.
  mutating func script(_ code: StaticString) {
    append("<script>")
    append(code)
    append("</script>")
  }

  private mutating func open(_ name: StaticString, _ attributes: [(name: StaticString, value: String)]) {
    append("<")
    append(name)
    for attribute in attributes {
      append(" ")
      append(attribute.name)
      append("=\"")
      text(attribute.value)
      append("\"")
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }
}

/// The text where markup is read: in an element or in a quoted attribute.
///
/// What XML does not allow at all is spelt out as well.
func escapedForHTML(_ text: String) -> String {
  if text.utf8.allSatisfy(isPlainInHTML) { return text }
  return respelt(text) { scalar in
    switch scalar {
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: isForbiddenInXML(scalar) ? escape(of: scalar) : nil
    }
  }
}

/// Whether a byte stands for itself in HTML, wherever it is.
private func isPlainInHTML(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
  default: (0x20..<0x7F).contains(byte)
  }
}
