/// Whether a text must be quoted to stay a text for readers of YAML 1.1 and 1.2 alike.
func needsQuotes(_ text: String) -> Bool {
  let bytes = text.utf8.span
  guard !bytes.isEmpty else { return true }
  let first = bytes[0]
  let last = bytes[bytes.count - 1]
  if first == UInt8(ascii: " ") || last == UInt8(ascii: " ") || last == UInt8(ascii: ":") { return true }
  if isIndicator(first) { return true }
  // Anything that may be a number, a date or a time in some YAML begins with one of these.
  if isDecimalDigit(first) || first == UInt8(ascii: "+") || first == UInt8(ascii: "."), mayBeNumber(text) {
    return true
  }
  if bytes.count <= 5, isFirstOfWord(first), words.contains(text.lowercased()) { return true }
  var isASCII = true
  for index in bytes.indices {
    switch bytes[index] {
    case 0..<0x20, 0x7F: return true
    case UInt8(ascii: " ") where bytes[index - 1] == UInt8(ascii: ":"): return true
    case UInt8(ascii: "#") where bytes[index - 1] == UInt8(ascii: " "): return true
    case 0x80...: isASCII = false
    default: break
    }
  }
  return !isASCII && !text.unicodeScalars.allSatisfy(isPrintable)
}

/// The characters that cannot begin a plain scalar; '-' is among them, so that no rule about the next
/// character is needed.
private func isIndicator(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
    UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"),
    UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
    UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "="),
    UInt8(ascii: "<"), UInt8(ascii: "~"):
    true
  default: false
  }
}

/// Digits and the signs that numbers, dates and times are made of, in any base and either YAML: everything
/// that is made of them alone is quoted, rather than every grammar followed.
private func mayBeNumber(_ text: String) -> Bool {
  text.utf8.allSatisfy { byte in
    isDecimalDigit(byte) || "+-._:eExXoObBaAcCdDfFtTzZ inINpP".utf8.contains(byte)
  }
}

/// The words that YAML 1.1 or 1.2 takes for null or a truth value.
private let words: Set = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]

private func isFirstOfWord(_ byte: UInt8) -> Bool {
  switch byte | 0x20 {
  case UInt8(ascii: "y"), UInt8(ascii: "n"), UInt8(ascii: "o"), UInt8(ascii: "t"), UInt8(ascii: "f"): true
  default: false
  }
}

/// What YAML lets stand unescaped, less what some reader takes for a line end or a mark.
func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
  default: false
  }
}

/// Whether a text of several lines can be a literal block that reads back as it is.
func isFitForLiteral(_ text: String) -> Bool {
  guard text.utf8.contains(UInt8(ascii: "\n")), let first = text.utf8.first,
    first != UInt8(ascii: " "), first != UInt8(ascii: "\n"), first != UInt8(ascii: "\t")
  else { return false }
  var previous: UInt8 = 0
  for byte in text.utf8 {
    if byte == UInt8(ascii: "\n"), previous == UInt8(ascii: " ") || previous == UInt8(ascii: "\t") {
      return false
    }
    if byte < 0x20, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\t") { return false }
    previous = byte
  }
  return previous != UInt8(ascii: " ") && previous != UInt8(ascii: "\t")
    && text.unicodeScalars.allSatisfy { isPrintable($0) || $0 == "\n" || $0 == "\t" }
}
