/// Where the tag in front of a value is, and where the value itself starts.
///
/// libyaml's events start at the first anchor or tag and do not say where these end.
struct NodeProperties {
  /// The bytes of the tag; nil where there is none.
  private(set) var tag: Range<Int>?
  /// The first byte of the value.
  private(set) var valueStart: Int

  /// A value without properties.
  init(valueStart: Int) {
    self.valueStart = valueStart
  }

  /// Finds the properties that libyaml says are there.
  init(in bytes: [UInt8], from start: Int, hasAnchor: Bool, hasTag: Bool) {
    valueStart = start
    var missing = (hasAnchor ? 1 : 0) + (hasTag ? 1 : 0)
    while missing > 0, valueStart < bytes.count {
      let propertyStart = valueStart
      switch bytes[valueStart] {
      case UInt8(ascii: "&"):
        valueStart += 1
        skip(in: bytes, while: isAnchorByte)
      case UInt8(ascii: "!"):
        skip(in: bytes) { !isBlank($0) }
        tag = propertyStart..<valueStart
      default:
        return
      }
      missing -= 1
      skipSpaceAndComments(in: bytes)
    }
  }

  private mutating func skipSpaceAndComments(in bytes: [UInt8]) {
    skip(in: bytes, while: isBlank)
    while valueStart < bytes.count, bytes[valueStart] == UInt8(ascii: "#") {
      skip(in: bytes) { !isLineBreak($0) }
      skip(in: bytes, while: isBlank)
    }
  }

  private mutating func skip(in bytes: [UInt8], while isWanted: (UInt8) -> Bool) {
    while valueStart < bytes.count, isWanted(bytes[valueStart]) { valueStart += 1 }
  }

  /// Whether libyaml takes a byte for part of the name of an anchor.
  private func isAnchorByte(_ byte: UInt8) -> Bool {
    isDecimalDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}

/// Whether a byte separates words: a space, a tab or part of a line break.
func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || isLineBreak(byte)
}

func isLineBreak(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
