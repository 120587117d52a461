import Crypto

/// Identifiers that are the same for the same thing in every run: version 5 of RFC 9562.
///
/// SHA-1 is what the version asks for; nothing here trusts it, and whoever wants to forge an identifier may.
package struct NameBasedUUID: Sendable {
  /// The bytes of the identifier below which names are.
  private let namespace: [UInt8]

  /// The namespace that names of domains are in.
  package static let domains = NameBasedUUID(namespace: [
    0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ])

  /// A namespace of our own, so that nobody else makes the same identifiers by chance.
  package static let reports = NameBasedUUID(namespace: domains.bytes(of: ["spai-gen.reports"]))

  /// The identifier of a thing by the words that tell it apart, as text.
  package subscript(_ words: String...) -> String {
    var text: [UInt8] = []
    for (index, byte) in bytes(of: words).enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text.append(hexDigit(byte >> 4))
      text.append(hexDigit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Words are joined by a byte that text cannot hold, so that no two lists are alike by chance.
  private func bytes(of words: [String]) -> [UInt8] {
    var name = namespace
    for (index, word) in words.enumerated() {
      if index > 0 { name.append(0xFF) }
      name += word.utf8
    }
    var bytes = Array(Insecure.SHA1.hash(data: name).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    return bytes
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
