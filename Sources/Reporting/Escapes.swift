/// A text that a terminal may receive: what would command the terminal or hide is spelt out.
///
/// Messages quote names that users wrote, and a name may hold an escape sequence.
func escaped(_ text: String) -> String {
  // Nearly every text is plain, and bytes are far cheaper than the properties of scalars.
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
  guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
  return respelt(text) { isUnprintable($0) ? escape(of: $0) : nil }
}

/// The text with another spelling for some scalars; nil keeps one.
///
/// Scalars, not characters: a mark that combines with a `<` would hide it.
func respelt(_ text: String, _ spelling: (Unicode.Scalar) -> String?) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if let spelling = spelling(scalar) {
      result += spelling
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Whether a scalar commands the terminal, reorders text or shows nothing.
///
/// Joiners stay: without them many emoji and scripts fall apart.
func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
  if (0x20..<0x7F).contains(scalar.value) { return false }
  return switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: true
  case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
  default: false
  }
}

/// The visible spelling of an unprintable scalar: `\n`, `\u{1b}`.
func escape(of scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": "\\n"
  case "\r": "\\r"
  case "\t": "\\t"
  default: "\\u{\(String(scalar.value, radix: 16))}"
  }
}

/// The visible spelling of bytes that are not UTF-8: `\xff`.
func escape(of bytes: ArraySlice<UInt8>) -> String {
  bytes.map { ($0 < 0x10 ? "\\x0" : "\\x") + String($0, radix: 16) }.joined()
}
