/// Whether a name is that of a secret: its last words say so.
///
/// The last words only, because `TOKEN_LIMIT`, `PASSWORD_FILE` and `SECRET_NAME` are about a secret and are none.
package func namesASecret(_ name: String) -> Bool {
  let words = words(of: name)
  guard let last = words.last else { return false }
  let before = words.dropLast().last ?? ""
  if ["PASSWORD", "PASSWD", "PASSPHRASE", "APIKEY"].contains(where: last.hasSuffix) { return true }
  if ["TOKEN", "SECRET"].contains(where: { last != $0 && last.hasSuffix($0) }) { return true }
  switch last {
  case "TOKEN": return !tokensOfText.contains(before)
  case "PASS", "CREDENTIALS": return words.count > 1
  case "SECRET": return words.count > 1 && !["EXISTING", "PULL", "TLS"].contains(before)
  case "KEY":
    return ["ACCESS", "API", "AUTH", "ENCRYPTION", "MASTER", "PRIVATE", "SECRET", "SIGNING"].contains(before)
  default: return false
  }
}

/// What models of language call tokens.
private let tokensOfText: Set<String> = [
  "BOS", "CLS", "END", "EOS", "MASK", "MAX", "PAD", "SEP", "START", "STOP", "UNK",
]

/// The words of a name in capitals: `dbPassword`, `db.password` and `DB_PASSWORD` have the same two.
private func words(of name: String) -> [String] {
  var words: [String] = [], word: [UInt8] = []
  var isAfterSmall = false
  func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
  func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  for byte in name.utf8 {
    let isPart = isSmall(byte) || isCapital(byte) || isDigit(byte)
    if !word.isEmpty, !isPart || isAfterSmall && isCapital(byte) {
      words.append(String(decoding: word, as: UTF8.self))
      word = []
    }
    if isPart { word.append(isSmall(byte) ? byte - 32 : byte) }
    isAfterSmall = isSmall(byte)
  }
  return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
}

/// Whether a value can be a secret itself, and is not where it is or whether there is one.
package func isSecretValue(_ text: String) -> Bool {
  let signsOfReferences = [
    "/", "./", "$", "{", "[", "<", "*", "|", ">", "&", "%", "!", "arn:", "env:", "file:", "http://",
    "https://", "ref+",
    "vault:",
  ]
  guard !text.isEmpty, !signsOfReferences.contains(where: text.hasPrefix) else { return false }
  if ["~", "false", "no", "none", "null", "off", "on", "true", "yes"].contains(text.lowercased()) {
    return false
  }
  return text.utf8.contains { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } || text.utf8.count > 5
}

/// The first setting in a text of settings, one a line, that is a secret.
///
/// - Parameter text: Properties, an INI, TOML or YAML file, or variables of a shell.
/// - Returns: The setting's name.
package func nameOfSecretSetting(in text: String) -> String? {
  for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
    let line = line.drop(while: isSpace)
    guard let first = line.first, ![UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "/")].contains(first),
      let sign = line.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") })
    else { continue }
    let name = trimmed(line[..<sign])
    guard name.utf8.count <= 64, namesASecret(name) else { continue }
    if isSecretValue(trimmed(line[line.index(after: sign)...])) { return name }
  }
  return nil
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

/// A name or value without the signs around it.
private func trimmed(_ part: Substring.UTF8View) -> String {
  func isAround(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ",")
  }
  let start = part.drop { isAround($0) || $0 == UInt8(ascii: "-") }
  guard let end = start.lastIndex(where: { !isAround($0) }) else { return "" }
  return String(Substring(start[...end]))
}
