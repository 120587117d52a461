/// The first credential in a text, by its published shape.
///
/// Sources: what AWS, GitHub, GitLab, Google, Hugging Face, npm, PyPI, SendGrid, Slack, Stripe and Vault say of their
/// keys; RFC 7468 for PEM, RFC 7519 for JWT, RFC 3986 for the user part of a URL.
package func credentialSign(in text: String) -> String? {
  guard text.utf8.count >= 12 else { return nil }
  return ByteRole.all.withUnsafeBufferPointer { roles in
    text.utf8.withContiguousStorageIfAvailable { firstSign(in: $0, roles) } ?? nil
  }
}

/// What the credentials of one issuer look like.
private struct Shape {
  let sign: String
  let prefix: [UInt8]
  /// The least number of bytes after the prefix.
  let rest: Int
  /// How many parts end with a dot.
  var dots = 0

  init(_ sign: String, _ prefix: String, rest: Int, dots: Int = 0) {
    self.sign = sign
    self.prefix = Array(prefix.utf8)
    self.rest = rest
    self.dots = dots
  }
}

private let shapes = [
  Shape("an AWS access key", "AKIA", rest: 16), Shape("an AWS access key", "ASIA", rest: 16),
  Shape("a GitHub token", "ghp_", rest: 30), Shape("a GitHub token", "gho_", rest: 30),
  Shape("a GitHub token", "ghu_", rest: 30), Shape("a GitHub token", "ghs_", rest: 30),
  Shape("a GitHub token", "ghr_", rest: 30), Shape("a GitHub token", "github_pat_", rest: 30),
  Shape("a GitLab token", "glpat-", rest: 20), Shape("a Google API key", "AIza", rest: 35),
  Shape("a Hugging Face token", "hf_", rest: 30), Shape("a JSON web token", "eyJ", rest: 40, dots: 2),
  Shape("a PyPI token", "pypi-AgE", rest: 40), Shape("a SendGrid key", "SG.", rest: 60, dots: 1),
  Shape("a Slack token", "xoxb-", rest: 20), Shape("a Slack token", "xoxp-", rest: 20),
  Shape("a Slack token", "xapp-", rest: 20), Shape("a Stripe key", "sk_live_", rest: 20),
  Shape("a Stripe key", "rk_live_", rest: 20), Shape("a Vault token", "hvs.", rest: 20),
  Shape("an npm token", "npm_", rest: 36),
]

/// What a byte can be a part of, as bits; every byte of every text is looked up here, and hardly any is of interest.
private enum ByteRole {
  static let word: UInt8 = 1
  static let sign: UInt8 = 2
  /// The first, second and third byte of some shape.
  static let first: UInt8 = 4
  static let second: UInt8 = 8
  static let third: UInt8 = 16

  static let all: [UInt8] = {
    var roles = (0...255).map { (byte: UInt8) in
      isOfToken(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: ".") ? word : 0
    }
    for byte in ":-".utf8 { roles[Int(byte)] |= sign }
    for shape in shapes {
      for (byte, role) in zip(shape.prefix, [first, second, third]) { roles[Int(byte)] |= role }
    }
    return roles
  }()
}

private func firstSign(
  in bytes: UnsafeBufferPointer<UInt8>,
  _ roles: UnsafeBufferPointer<UInt8>
) -> String? {
  var isInWord = false
  for index in bytes.indices {
    let role = roles[Int(bytes[index])]
    // `://` and `-----` both go on with a byte and the same again.
    if role & ByteRole.sign != 0, index + 2 < bytes.count, bytes[index + 1] == bytes[index + 2] {
      if hasPassword(bytes[index...]) { return "a URL with a password" }
      if isPrivateKey(bytes[index...]) { return "a private key" }
    }
    // Shapes are longer than three bytes.
    if role & ByteRole.first != 0, !isInWord, index + 3 < bytes.count,
      roles[Int(bytes[index + 1])] & ByteRole.second != 0, roles[Int(bytes[index + 2])] & ByteRole.third != 0
    {
      let rest = bytes[index...]
      if let shape = shapes.first(where: { rest.starts(with: $0.prefix) && isWhole($0, rest) }) {
        return shape.sign
      }
    }
    isInWord = role & ByteRole.word != 0
  }
  return nil
}

/// Whether enough follows the prefix, and more than the same few letters, as placeholders have.
private func isWhole(_ shape: Shape, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  let rest = bytes.dropFirst(shape.prefix.count).prefix(while: isOfToken)
  return rest.count >= shape.rest && rest.count { $0 == UInt8(ascii: ".") } >= shape.dots
    && Set(rest).count > 5
    && !rest.suffix(7).elementsEqual("EXAMPLE".utf8)
}

private func isOfToken(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
    true
  default: false
  }
}

/// Whether this is `-----BEGIN PRIVATE KEY-----`, with the name of any cipher in it.
private func isPrivateKey(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  guard bytes.starts(with: "-----BEGIN ".utf8) else { return false }
  let title = bytes.dropFirst("-----BEGIN ".utf8.count).prefix(40).prefix { $0 != UInt8(ascii: "-") }
  return title.suffix("PRIVATE KEY".utf8.count).elementsEqual("PRIVATE KEY".utf8)
}

/// Whether `://` is followed by a user and a password that is no placeholder.
private func hasPassword(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  guard bytes.starts(with: "://".utf8) else { return false }
  let authority = bytes.dropFirst(3).prefix { !" \t\r\n/?#\"'`<>,".utf8.contains($0) }
  guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
    let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
  else { return false }
  let password = authority[authority.index(after: colon)..<at]
  guard let first = password.first, !"${%*".utf8.contains(first) else { return false }
  return Set(password).count > 1
}
