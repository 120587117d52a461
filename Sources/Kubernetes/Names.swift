/// Checks of names and texts as the API server makes them; each says in a few words what is wrong, or nil.
///
/// Source: k8s.io/apimachinery `util/validation` (RFC 1123 and RFC 1035 labels, qualified names, IANA service
/// names), and the distribution specification for image references.
func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
func isAlphanumeric(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) || isDigit(byte) }

/// What a word may have between its letters and digits.
private func isWordMark(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
}

func lengthProblem(_ text: String, most: Int) -> String? {
  if text.isEmpty { return "is empty" }
  return text.utf8.count > most ? "is longer than \(most) characters" : nil
}

/// An RFC 1123 label.
package func dnsLabelProblem(_ text: String) -> String? {
  lengthProblem(text, most: 63) ?? dnsPartProblem(text.utf8Span.span)
}

/// The characters of a label, however long.
private func dnsPartProblem(_ bytes: Span<UInt8>) -> String? {
  if bytes.isEmpty { return "is empty" }
  var isPlain = true
  for index in bytes.indices {
    let byte = bytes[index]
    if isLower(byte) || isDigit(byte) || byte == UInt8(ascii: "-") { continue }
    if isUpper(byte) { return "has upper-case letters" }
    isPlain = false
  }
  if !isPlain { return "has characters other than a-z, 0-9 and '-'" }
  return bytes[0] == UInt8(ascii: "-") || bytes[bytes.count - 1] == UInt8(ascii: "-")
    ? "starts or ends with '-'" : nil
}

/// An RFC 1123 subdomain: labels joined by dots, which the API server does not hold to 63 characters each.
package func dnsSubdomainProblem(_ text: String) -> String? {
  dnsSubdomainProblem(text.utf8Span.span)
}

private func dnsSubdomainProblem(_ bytes: Span<UInt8>) -> String? {
  if bytes.isEmpty { return "is empty" }
  if bytes.count > 253 { return "is longer than 253 characters" }
  var start = 0
  while start <= bytes.count {
    let end = bytes.firstIndex(of: UInt8(ascii: "."), from: start) ?? bytes.count
    let part = bytes.extracting(start..<end)
    if let problem = dnsPartProblem(part) {
      if part.count == bytes.count { return problem }
      let shown = String(decoding: part.indices.map { part[$0] }, as: UTF8.self)
      return "has a part '\(shown)' that \(problem)"
    }
    start = end + 1
  }
  return nil
}

/// The name of a port: at most 15 of a-z, 0-9 and '-', with a letter.
package func portNameProblem(_ text: String) -> String? {
  if let problem = lengthProblem(text, most: 15) { return problem }
  if let problem = dnsLabelProblem(text) { return problem }
  if !text.utf8.contains(where: isLower) { return "has no letter" }
  return text.contains("--") ? "has '--' in it" : nil
}

/// The value of a label; may be empty.
package func labelValueProblem(_ text: String) -> String? {
  if text.isEmpty { return nil }
  if text.utf8.count > 63 { return "is longer than 63 characters" }
  return wordProblem(text.utf8Span.span)
}

/// A qualified name: an optional DNS prefix, a slash, a name.
package func labelKeyProblem(_ text: String) -> String? {
  let bytes = text.utf8Span.span
  var name = bytes
  if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
    name = bytes.extracting(droppingFirst: slash + 1)
    if name.firstIndex(of: UInt8(ascii: "/")) != nil { return "has more than one '/'" }
    if let problem = dnsSubdomainProblem(bytes.extracting(first: slash)) {
      return "has a prefix that \(problem)"
    }
  }
  if name.isEmpty { return "is empty" }
  return name.count > 63 ? "is longer than 63 characters" : wordProblem(name)
}

/// Letters and digits, with marks between them.
private func wordProblem(_ bytes: Span<UInt8>) -> String? {
  for index in bytes.indices where !isAlphanumeric(bytes[index]) && !isWordMark(bytes[index]) {
    return "has characters other than letters, digits, '-', '_' and '.'"
  }
  guard !bytes.isEmpty, isAlphanumeric(bytes[0]), isAlphanumeric(bytes[bytes.count - 1]) else {
    return "does not start and end with a letter or digit"
  }
  return nil
}

extension Span<UInt8> {
  fileprivate func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    for index in start..<count where self[index] == byte { return index }
    return nil
  }
}

package func environmentVariableProblem(_ text: String) -> String? {
  guard let first = text.utf8.first else { return "is empty" }
  if isDigit(first) { return "starts with a digit" }
  return text.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
    ? nil : "has characters other than letters, digits, '-', '_' and '.'"
}

package func configMapKeyProblem(_ text: String) -> String? {
  if let problem = lengthProblem(text, most: 253) { return problem }
  if text == "." || text.hasPrefix("..") { return "is a step between folders" }
  return text.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
    ? nil : "has characters other than letters, digits, '-', '_' and '.'"
}

package func absolutePathProblem(_ text: String) -> String? {
  guard text.hasPrefix("/") else { return "does not start with '/'" }
  if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: ":") }) {
    return "has control characters or ':'"
  }
  return text.split(separator: "/").contains("..") ? "has '..' in it" : nil
}

package func imageRepositoryProblem(_ text: String) -> String? {
  if let problem = lengthProblem(text, most: 255) { return problem }
  for part in text.split(separator: "/", omittingEmptySubsequences: false) {
    let bytes = Array(part.utf8)
    guard let first = bytes.first, let last = bytes.last, isLower(first) || isDigit(first),
      isLower(last) || isDigit(last),
      bytes.allSatisfy({ isLower($0) || isDigit($0) || "-_.:".utf8.contains($0) })
    else { return "has a part '\(part)' that is not lower-case letters, digits, '.', '-' and '_'" }
  }
  return nil
}

package func imageTagProblem(_ text: String) -> String? {
  if let problem = lengthProblem(text, most: 128) { return problem }
  guard let first = text.utf8.first, isAlphanumeric(first) || first == UInt8(ascii: "_") else {
    return "does not start with a letter, digit or '_'"
  }
  return text.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
    ? nil : "has characters other than letters, digits, '-', '_' and '.'"
}

package func imageDigestProblem(_ text: String) -> String? {
  guard text.hasPrefix("sha256:") else { return "does not start with 'sha256:'" }
  let hex = text.utf8.dropFirst(7)
  guard hex.count == 64,
    hex.allSatisfy({ isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) })
  else { return "has not 64 digits of 0-9 and a-f" }
  return nil
}

/// A name as Kubernetes can have it: `enterprise_plus` becomes `enterprise-plus`.
package func dnsSafe(_ text: String) -> String {
  String(decoding: text.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
}

/// Any text as a label value: other characters become '-', and the ends are trimmed.
package func labelSafe(_ text: String) -> String {
  let bytes = text.utf8.map { isAlphanumeric($0) || "-_.".utf8.contains($0) ? $0 : UInt8(ascii: "-") }.prefix(
    63
  )
  guard let first = bytes.firstIndex(where: isAlphanumeric), let last = bytes.lastIndex(where: isAlphanumeric)
  else { return "" }
  return String(decoding: bytes[first...last], as: UTF8.self)
}
