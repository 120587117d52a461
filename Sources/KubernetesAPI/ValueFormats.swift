import Kubernetes

/// Whether a text is what its format says; formats beside these are not checked, as API servers do not either.
func isWritten(_ text: String, as format: APIType.Format) -> Bool {
  switch format {
  case .none, .int32, .int64, .double: true
  case .base64: isBase64(text)
  case .dateTime: isDateTime(text)
  case .date: text.utf8.count == 10 && isDate(Array(text.utf8)[...])
  case .duration: isDuration(text)
  case .quantity: Quantity(parsing: text) != nil
  case .ipv4: isAddress(text, version: 4)
  case .ipv6: isAddress(text, version: 6)
  case .cidr: isAddressRange(text)
  case .uuid: isUUID(text)
  }
}

/// A format in the words of a message.
func name(of format: APIType.Format) -> String {
  switch format {
  case .none, .int32, .int64, .double: "a number"
  case .base64: "base64"
  case .dateTime: "a time such as '2024-05-01T12:00:00Z'"
  case .date: "a date such as '2024-05-01'"
  case .duration: "a duration such as '1h30m'"
  case .quantity: "a quantity such as '500m' or '4Gi'"
  case .ipv4: "an IPv4 address"
  case .ipv6: "an IPv6 address"
  case .cidr: "an address range such as '10.0.0.0/8'"
  case .uuid: "a UUID"
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
}

/// Standard base64 with padding; line ends do not count.
private func isBase64(_ text: String) -> Bool {
  var count = 0
  var padding = 0
  for byte in text.utf8 where byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r") {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
      if padding > 0 { return false }
    case UInt8(ascii: "="): padding += 1
    default: return false
    }
    count += 1
  }
  return count % 4 == 0 && padding <= 2
}

/// RFC 3339.
private func isDateTime(_ text: String) -> Bool {
  var bytes = Array(text.utf8)[...]
  guard bytes.count >= 20, isDate(bytes.prefix(10)), bytes[10] | 0x20 == UInt8(ascii: "t") else {
    return false
  }
  bytes = bytes.dropFirst(11)
  guard let hour = twoDigits(bytes), hour < 24, bytes[bytes.startIndex + 2] == UInt8(ascii: ":"),
    let minute = twoDigits(bytes.dropFirst(3)), minute < 60,
    bytes[bytes.startIndex + 5] == UInt8(ascii: ":"),
    let second = twoDigits(bytes.dropFirst(6)), second <= 60
  else { return false }
  bytes = bytes.dropFirst(8)
  if bytes.first == UInt8(ascii: ".") {
    let fraction = bytes.dropFirst().prefix(while: isDigit)
    guard !fraction.isEmpty else { return false }
    bytes = bytes.dropFirst(1 + fraction.count)
  }
  if bytes.count == 1 { return bytes.first.map { $0 | 0x20 } == UInt8(ascii: "z") }
  guard bytes.count == 6, let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
    bytes[bytes.startIndex + 3] == UInt8(ascii: ":"),
    let hours = twoDigits(bytes.dropFirst()), hours < 24,
    let minutes = twoDigits(bytes.dropFirst(4)), minutes < 60
  else { return false }
  return true
}

private func twoDigits(_ bytes: ArraySlice<UInt8>) -> Int? {
  let pair = bytes.prefix(2)
  guard pair.count == 2, pair.allSatisfy(isDigit) else { return nil }
  return pair.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
}

/// Ten bytes as year, month and day.
private func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
  let dash = UInt8(ascii: "-")
  guard bytes.count == 10, bytes.prefix(4).allSatisfy(isDigit), bytes[bytes.startIndex + 4] == dash,
    bytes[bytes.startIndex + 7] == dash, let month = twoDigits(bytes.dropFirst(5)),
    let day = twoDigits(bytes.dropFirst(8)), let century = twoDigits(bytes),
    let years = twoDigits(bytes.dropFirst(2)), (1...12).contains(month)
  else { return false }
  let year = century * 100 + years
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return (1...days[month - 1]).contains(day)
}

/// Go's notation: numbers with units, `0` alone without.
private func isDuration(_ text: String) -> Bool {
  var bytes = Array(text.utf8)[...]
  if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { bytes.removeFirst() }
  if bytes.elementsEqual("0".utf8) { return true }
  let units = ["ns", "us", "µs", "ms", "s", "m", "h"].map { Array($0.utf8) }
  var count = 0
  while !bytes.isEmpty {
    let number = bytes.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    guard number.contains(where: isDigit), number.count(where: { $0 == UInt8(ascii: ".") }) <= 1 else {
      return false
    }
    bytes = bytes.dropFirst(number.count)
    let unit = bytes.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
    guard units.contains(where: unit.elementsEqual) else { return false }
    bytes = bytes.dropFirst(unit.count)
    count += 1
  }
  return count > 0
}

private func isAddress(_ text: String, version: Int) -> Bool {
  guard text.utf8.contains(UInt8(ascii: ":")) == (version == 6) else { return false }
  return CIDR(parsing: "\(text)/\(version == 6 ? 128 : 32)") != nil
}

/// An address with a prefix; bits behind the prefix may be set, as Go takes them.
private func isAddressRange(_ text: String) -> Bool {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count == 2, let prefix = Int(parts[1]), String(prefix) == parts[1] else { return false }
  let isVersion6 = parts[0].utf8.contains(UInt8(ascii: ":"))
  return isAddress(String(parts[0]), version: isVersion6 ? 6 : 4)
    && (0...(isVersion6 ? 128 : 32)).contains(prefix)
}

private func isUUID(_ text: String) -> Bool {
  let bytes = text.utf8.filter { $0 != UInt8(ascii: "-") }
  return bytes.count == 32 && bytes.allSatisfy(isHexDigit)
}
