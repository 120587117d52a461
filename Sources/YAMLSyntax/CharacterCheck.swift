internal import Diagnostics

/// Checks that a source is UTF-8 without any character that YAML forbids, before libyaml sees it.
///
/// - Returns: Whether all of it is ASCII; nil where it cannot be read.
func checkCharacters(of source: Source, reporting findings: inout Findings) -> Bool? {
  if looksLikeUTF16(source.bytes) {
    findings.report(.notUTF8(source, 0..<2, "this is UTF-16"))
    return nil
  }
  let isASCII: Bool
  do throws(UTF8.ValidationError) {
    isASCII = try UTF8Span(validating: source.bytes.span).isKnownASCII
  } catch {
    findings.report(.notUTF8(source, error.byteOffsets, "no character is written like this"))
    return nil
  }
  guard let forbidden = firstForbiddenCharacter(in: source.bytes) else { return isASCII }
  findings.report(.forbiddenCharacter(source, forbidden))
  return nil
}

/// Whether the first character takes two bytes: a byte order mark, or ASCII beside a zero.
private func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
  guard bytes.count >= 2 else { return false }
  switch (bytes[0], bytes[1]) {
  case (0xFF, 0xFE), (0xFE, 0xFF), (0, 1...0x7F), (1...0x7F, 0): return true
  default: return false
  }
}

/// The bytes of the first character that YAML forbids, in bytes that are UTF-8.
///
/// A byte order mark is allowed as the first character only: elsewhere nobody sees it, and readers differ.
private func firstForbiddenCharacter(in bytes: [UInt8]) -> Range<Int>? {
  for (offset, byte) in bytes.enumerated() where byte < 0x20 || byte > 0x7E {
    switch byte {
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
    case 0..<0x20, 0x7F: return offset..<offset + 1
    case 0xC2 where bytes[offset + 1] < 0xA0 && bytes[offset + 1] != 0x85: return offset..<offset + 2
    case 0xEF:
      switch (bytes[offset + 1], bytes[offset + 2]) {
      case (0xBB, 0xBF) where offset > 0, (0xBF, 0xBE), (0xBF, 0xBF): return offset..<offset + 3
      default: continue
      }
    default: continue
    }
  }
  return nil
}
