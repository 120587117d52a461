import CKubernetesCatalogue
internal import Kubernetes

/// The catalogue that is part of the binary, read in place: nothing is decoded before somebody asks.
///
/// The layout is described in `Scripts/api-catalogue`. The bytes are constants of the process, so that every thread
/// may read them.
@safe struct EmbeddedCatalogue: @unchecked Sendable {
  private let base: UnsafeRawPointer
  private let size: Int
  /// Where the parts begin: the table of the strings, their bytes, and the words of types and kinds.
  private let strings: Int32
  private let content: Int32
  private let words: Int32
  private let kinds: Int32

  static let bytes = EmbeddedCatalogue()

  private init() {
    let bytes = unsafe UnsafeRawPointer(kubernetes_catalogue_bytes())
    unsafe base = bytes
    size = kubernetes_catalogue_size()
    precondition(size >= 40, "catalogue.bin is not a catalogue")
    let header = (0..<10).map {
      unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
    }
    precondition(header[0] == 0x4941_5053, "catalogue.bin is not a catalogue")
    strings = Int32(header[4])
    content = strings + 4 * (Int32(header[5]) + 1)
    words = Int32(header[6])
    kinds = Int32(header[8])
  }

  private func number(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset + 4 <= size, "a reference points outside the catalogue")
    return unsafe UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The digest of all bytes, by which two binaries can be told to know the same.
  var digest: String {
    unsafe sha256(Array(UnsafeRawBufferPointer(start: base, count: size)))
  }

  var firstMinor: Int { Int(number(at: 8)) }
  var lastMinor: Int { firstMinor + Int(number(at: 12)) - 1 }
  var kindCount: Int { Int(number(at: 36)) }

  func word(_ index: Int) -> UInt32 {
    number(at: Int(words) + 4 * index)
  }

  func kindWord(_ index: Int) -> UInt32 {
    number(at: Int(kinds) + 4 * index)
  }

  /// Where the bytes of a string are.
  private func range(ofString index: Int) -> Range<Int> {
    let start = Int(content) + Int(number(at: Int(strings) + 4 * index))
    let end = Int(content) + Int(number(at: Int(strings) + 4 * index + 4))
    precondition(start <= end && end <= size, "a string reaches outside the catalogue")
    return start..<end
  }

  func string(_ index: Int) -> String {
    let range = range(ofString: index)
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count),
      as: UTF8.self
    )
  }

  /// Compares a string with a text by bytes, without making a `String`.
  func order(ofString index: Int, against text: Span<UInt8>) -> ByteOrder {
    let range = range(ofString: index)
    for offset in 0..<min(range.count, text.count) {
      let byte = unsafe base.load(fromByteOffset: range.lowerBound + offset, as: UInt8.self)
      if byte != text[offset] { return byte < text[offset] ? .before : .after }
    }
    return ByteOrder(comparing: range.count, with: text.count)
  }
}

/// How one text sorts against another.
enum ByteOrder {
  case before
  case same
  case after

  init(comparing left: Int, with right: Int) {
    self = left < right ? .before : left == right ? .same : .after
  }
}
