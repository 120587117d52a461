private import Crypto
package import YAMLSyntax

/// The SHA-256 digest in hexadecimal digits.
package func sha256(_ bytes: [UInt8]) -> String {
  hexadecimal(SHA256.hash(data: bytes))
}

/// The name that git has for a content, in a repository whose names are as long as one of them.
package func gitObjectName(of bytes: [UInt8], like name: String) -> String {
  let object = Array("blob \(bytes.count)\0".utf8) + bytes
  return name.utf8.count == 64
    ? hexadecimal(SHA256.hash(data: object)) : hexadecimal(Insecure.SHA1.hash(data: object))
}

/// The SHA-256 digest of a part in hexadecimal digits.
package func sha256(_ bytes: ArraySlice<UInt8>) -> String {
  hexadecimal(SHA256.hash(data: bytes))
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

/// Ten characters that follow the content of a tree, fit for the end of an object's name.
///
/// The alphabet is the one that Kubernetes uses for generated names (`util/rand`): no vowels, so that no word
/// comes out.
package func contentSuffix(of node: Node) -> String {
  var bytes: [UInt8] = []
  encode(node, into: &bytes)
  let alphabet = Array("bcdfghjklmnpqrstvwxz2456789".utf8)
  let letters = SHA256.hash(data: bytes).prefix(10).map { alphabet[Int($0) % alphabet.count] }
  return String(decoding: letters, as: UTF8.self)
}

/// Every kind is tagged and every text ends with a byte that text cannot hold, so that no two trees are alike.
private func encode(_ node: Node, into bytes: inout [UInt8]) {
  switch node.content {
  case .scalar(let scalar):
    bytes.append(scalar.type.rawValue)
    bytes += scalar.text.utf8
    bytes.append(0xFF)
  case .sequence(let nodes):
    bytes.append(0xF0)
    for node in nodes { encode(node, into: &bytes) }
    bytes.append(0xF1)
  case .mapping(let mapping):
    bytes.append(0xF2)
    for entry in mapping.entries {
      bytes += entry.key.utf8
      bytes.append(0xFF)
      encode(entry.value, into: &bytes)
    }
    bytes.append(0xF3)
  }
}
