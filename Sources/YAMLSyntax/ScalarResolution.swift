/// What the YAML 1.2 core schema takes a plain scalar for.
package func resolvePlainScalar(_ text: String) -> ScalarType {
  // Most texts are told by their first byte.
  guard let first = text.utf8.first else { return .null }
  switch first {
  case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
    return ["~", "null", "Null", "NULL"].contains(text) ? .null : .string
  case UInt8(ascii: "t"), UInt8(ascii: "T"):
    return ["true", "True", "TRUE"].contains(text) ? .boolean : .string
  case UInt8(ascii: "f"), UInt8(ascii: "F"):
    return ["false", "False", "FALSE"].contains(text) ? .boolean : .string
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
    return resolveNumber(text)
  default: return .string
  }
}

private func resolveNumber(_ text: String) -> ScalarType {
  let bytes = text.utf8.span
  if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
    switch bytes[1] {
    case UInt8(ascii: "o"):
      return end(of: isOctalDigit, in: bytes, from: 2) == bytes.count ? .integer : .string
    case UInt8(ascii: "x"): return end(of: isHexDigit, in: bytes, from: 2) == bytes.count ? .integer : .string
    default: break
    }
  }
  let start = afterSign(in: bytes, at: 0)
  let wholeEnd = end(of: isDecimalDigit, in: bytes, from: start)
  if wholeEnd == bytes.count {
    // YAML 1.1 reads a leading zero as octal: whoever means the number writes it without.
    return wholeEnd == start || (wholeEnd > start + 1 && bytes[start] == UInt8(ascii: "0"))
      ? .string : .integer
  }
  var index = wholeEnd
  var digitCount = wholeEnd - start
  if bytes[index] == UInt8(ascii: ".") {
    index = end(of: isDecimalDigit, in: bytes, from: index + 1)
    digitCount = index - start - 1
  }
  if digitCount == 0 { return namedFloats.contains(text) ? .float : .string }
  if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
    let exponent = afterSign(in: bytes, at: index + 1)
    index = end(of: isDecimalDigit, in: bytes, from: exponent)
    if index == exponent { return .string }
  }
  return index == bytes.count ? .float : .string
}

private let namedFloats: Set = [
  ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN",
]

private func afterSign(in bytes: borrowing Span<UInt8>, at index: Int) -> Int {
  guard index < bytes.count else { return index }
  return bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") ? index + 1 : index
}

/// Where digits that begin at an index end.
private func end(of isDigit: (UInt8) -> Bool, in bytes: borrowing Span<UInt8>, from start: Int) -> Int {
  var index = start
  while index < bytes.count, isDigit(bytes[index]) { index += 1 }
  return index
}

private func isOctalDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte)
}

func isDecimalDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  isDecimalDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
}
