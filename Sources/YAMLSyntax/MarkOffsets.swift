/// Turns libyaml's positions, which count code points, into offsets of bytes.
///
/// In an ASCII text they are the same. Elsewhere a cursor walks from one position to the next: events come in
/// the order of the text, so all walks together are about one pass.
struct MarkOffsets {
  private let bytes: [UInt8]
  private let isASCII: Bool
  private var codePoint = 0
  private var offset: Int

  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: Where libyaml's count starts.
  ///   - isASCII: Whether every code point is one byte.
  init(in bytes: [UInt8], from start: Int, isASCII: Bool) {
    self.bytes = bytes
    self.isASCII = isASCII
    offset = start
  }

  /// The offset of the first byte of a code point; the end of the text for one beyond it.
  mutating func byteOffset(of target: Int) -> Int {
    if isASCII { return min(target, bytes.count) }
    while codePoint < target, offset < bytes.count {
      offset += 1
      while offset < bytes.count, isContinuation(bytes[offset]) { offset += 1 }
      codePoint += 1
    }
    while codePoint > target {
      offset -= 1
      while isContinuation(bytes[offset]) { offset -= 1 }
      codePoint -= 1
    }
    return offset
  }

  /// Whether a byte of UTF-8 continues a code point.
  private func isContinuation(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80
  }
}
