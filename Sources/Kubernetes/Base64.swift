/// How many bytes a text of standard base64 stands for, line ends left out; nil where it is none.
package func base64Length(_ text: String) -> Int? {
  var digits = 0
  var padding = 0
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
    case UInt8(ascii: "="): padding += 1
    case _ where padding > 0: return nil
    case _ where isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/"): digits += 1
    default: return nil
    }
  }
  guard (digits + padding) % 4 == 0, padding <= 2 else { return nil }
  return digits * 3 / 4
}
