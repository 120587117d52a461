/// Whether a text must be quoted to stay a text for readers of YAML 1.1 and 1.2 alike.
func needsQuotes(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard let first = bytes.first, let last = bytes.last else { return true }
  if first == UInt8(ascii: " ") || last == UInt8(ascii: " ") || last == UInt8(ascii: ":") { return true }
  if isIndicator[Int(first)] { return true }
  // Anything that may be a number, a date or a time in some YAML begins with one of these.
  if isDecimalDigit(first) || first == UInt8(ascii: "+") || first == UInt8(ascii: ".") {
    if mayBeNumber(bytes) { return true }
  }
  if bytes.count <= 5, isWord(bytes) { return true }
  var previous: UInt8 = 0
  for byte in bytes {
    if byte < 0x20 || byte == 0x7F { return true }
    if byte == UInt8(ascii: " "), previous == UInt8(ascii: ":") { return true }
    if byte == UInt8(ascii: "#"), previous == UInt8(ascii: " ") { return true }
    if byte >= 0x80 { return !text.unicodeScalars.allSatisfy(isPrintable) || hasAsciiTrap(bytes) }
    previous = byte
  }
  return false
}

/// The rest of the byte checks, for texts that also hold other characters.
private func hasAsciiTrap(_ bytes: [UInt8]) -> Bool {
  zip(bytes, bytes.dropFirst()).contains { left, right in
    (left == UInt8(ascii: ":") && right == UInt8(ascii: " "))
      || (left == UInt8(ascii: " ") && right == UInt8(ascii: "#"))
  } || bytes.contains { $0 < 0x20 || $0 == 0x7F }
}

/// The characters that cannot begin a plain scalar; '-' is among them, so that no rule about the next
/// character is needed.
private let isIndicator: [Bool] = {
  var table = Array(repeating: false, count: 256)
  for byte in "-?:,[]{}#&*!|>'\"%@`=<~".utf8 { table[Int(byte)] = true }
  return table
}()

/// Digits and the signs that numbers, dates and times are made of, in any base and either YAML: everything
/// that is made of them alone is quoted, rather than every grammar followed.
private func mayBeNumber(_ bytes: [UInt8]) -> Bool {
  bytes.allSatisfy { byte in
    isDecimalDigit(byte) || "+-._:eExXoObBaAcCdDfFtTzZ inINpP".utf8.contains(byte)
  }
}

/// The words that YAML 1.1 or 1.2 takes for null or a truth value.
private func isWord(_ bytes: [UInt8]) -> Bool {
  let folded = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  return words.contains(folded)
}

private let words = Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"].map { Array($0.utf8) })

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
