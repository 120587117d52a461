/// A path as a URI: everything but letters, digits, `-`, `.`, `_`, `~` and `/` is spelt out.
func percentEncoded(_ path: String) -> String {
  spelt(path, keeping: "-._~/")
}

/// An address as a URI: what separates its parts stays, and what no URI may hold is spelt out.
func uriReference(_ address: String) -> String {
  spelt(address, keeping: "-._~/:?#&=+,;@")
}

private func spelt(_ text: String, keeping marks: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  let kept = Set(marks.utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      bytes.append(byte)
    default:
      bytes +=
        kept.contains(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
