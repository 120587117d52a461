/// Writes JSON with two-space indentation, members in the order in which they are given.
///
/// The bytes are a function of the values alone. Control characters and the line separators of JavaScript
/// are always escaped, so that showing or embedding a report is safe.
package struct JSONWriter: ~Copyable {
  private var bytes: [UInt8] = []
  private var depth = 0
  /// Whether something precedes the next member or element of the innermost object or array.
  private var needsComma = false

  package init() {}

  /// The document, with a final newline.
  package consuming func finished() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Writes an object whose members `members` writes.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    nested("{", "}", members)
  }

  /// Writes an array, each element by `write`.
  package mutating func array<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
    nested("[", "]") { writer in
      for element in elements {
        writer.startItem()
        write(&writer, element)
      }
    }
  }

  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(isPlainInJSON) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func integer(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  package mutating func boolean(_ value: Bool) {
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a member whose value `value` writes.
  package mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
    startItem()
    string(name)
    bytes.append(contentsOf: ": ".utf8)
    value(&self)
  }

  /// Writes a member that is a text, or null.
  package mutating func member(_ name: String, _ text: String?) {
    member(name) { writer in
      if let text { writer.string(text) } else { writer.null() }
    }
  }

  package mutating func member(_ name: String, _ value: Int) {
    member(name) { $0.integer(value) }
  }

  private mutating func nested(
    _ opening: Unicode.Scalar,
    _ closing: Unicode.Scalar,
    _ content: (inout JSONWriter) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    depth += 1
    needsComma = false
    content(&self)
    depth -= 1
    if needsComma { startLine() }
    bytes.append(UInt8(ascii: closing))
    needsComma = true
  }

  private mutating func startItem() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    startLine()
    needsComma = true
  }

  private mutating func startLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: #"\""#.utf8)
    case "\\": bytes.append(contentsOf: #"\\"#.utf8)
    case "\n": bytes.append(contentsOf: #"\n"#.utf8)
    case "\r": bytes.append(contentsOf: #"\r"#.utf8)
    case "\t": bytes.append(contentsOf: #"\t"#.utf8)
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}

/// Whether a byte stands for itself in a text of JSON.
private func isPlainInJSON(_ byte: UInt8) -> Bool {
  (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
}
