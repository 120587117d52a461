/// Definitions in the catalogue's layout: the embedded ones, or those of a CustomResourceDefinition of the user.
enum CatalogueLayer: Sendable {
  case embedded(EmbeddedCatalogue)
  case made(MadeCatalogue)

  var kindCount: Int {
    switch self {
    case .embedded(let bytes): bytes.kindCount
    case .made(let made): made.kinds.count / Self.kindSize
    }
  }

  /// How many words a kind is.
  static let kindSize = 6

  func word(_ index: Int) -> UInt32 {
    switch self {
    case .embedded(let bytes): bytes.word(index)
    case .made(let made): made.words[index]
    }
  }

  func kindWord(_ index: Int) -> UInt32 {
    switch self {
    case .embedded(let bytes): bytes.kindWord(index)
    case .made(let made): made.kinds[index]
    }
  }

  func string(_ index: UInt32) -> String {
    switch self {
    case .embedded(let bytes): bytes.string(Int(index))
    case .made(let made): made.strings[Int(index)]
    }
  }

  func order(ofString index: UInt32, against text: Span<UInt8>) -> ByteOrder {
    switch self {
    case .embedded(let bytes): return bytes.order(ofString: Int(index), against: text)
    case .made(let made):
      let own = made.strings[Int(index)].utf8Span.span
      for offset in 0..<min(own.count, text.count) where own[offset] != text[offset] {
        return own[offset] < text[offset] ? .before : .after
      }
      return ByteOrder(comparing: own.count, with: text.count)
    }
  }
}

/// Definitions that were made at run time; the same words as in the embedded bytes.
struct MadeCatalogue: Sendable {
  var words: [UInt32] = []
  var strings: [String] = [""]
  var kinds: [UInt32] = []
}
