/// What the YAML 1.2 core schema takes a plain scalar for.
package func resolvePlainScalar(_ text: String) -> ScalarType {
  switch text {
  case "", "~", "null", "Null", "NULL": return .null
  case "true", "True", "TRUE", "false", "False", "FALSE": return .boolean
  case ".nan", ".NaN", ".NAN": return .float
  default: return resolveNumber(Array(text.utf8)[...])
  }
}

private func resolveNumber(_ text: ArraySlice<UInt8>) -> ScalarType {
  if text.count > 2, text.first == UInt8(ascii: "0") {
    let rest = text.dropFirst(2)
    switch text[text.startIndex + 1] {
    case UInt8(ascii: "o"):
      return rest.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) } ? .integer : .string
    case UInt8(ascii: "x"):
      return rest.allSatisfy(isHexDigit) ? .integer : .string
    default: break
    }
  }
  var bytes = text
  if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { bytes.removeFirst() }
  if [".inf", ".Inf", ".INF"].contains(where: { bytes.elementsEqual($0.utf8) }) { return .float }
  let whole = bytes.prefix(while: isDecimalDigit)
  bytes = bytes.dropFirst(whole.count)
  if bytes.isEmpty {
    // YAML 1.1 reads a leading zero as octal: whoever means the number writes it without.
    return whole.isEmpty || (whole.count > 1 && whole.first == UInt8(ascii: "0")) ? .string : .integer
  }
  var fractionCount = 0
  if bytes.first == UInt8(ascii: ".") {
    bytes.removeFirst()
    fractionCount = bytes.prefix(while: isDecimalDigit).count
    bytes = bytes.dropFirst(fractionCount)
  }
  guard !whole.isEmpty || fractionCount > 0 else { return .string }
  if let mark = bytes.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
    bytes.removeFirst()
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { bytes.removeFirst() }
    return !bytes.isEmpty && bytes.allSatisfy(isDecimalDigit) ? .float : .string
  }
  return bytes.isEmpty ? .float : .string
}

func isDecimalDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  isDecimalDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
}
