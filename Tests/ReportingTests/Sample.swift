import Diagnostics
import Reporting
import Testing

/// Sources to be marked in by their text.
struct Sample {
  private(set) var sources = SourceMap()

  init(_ text: String, path: String = "a.yaml") {
    add(path, text)
  }

  init(bytes: [UInt8], path: String = "a.yaml") {
    _ = sources.add(path: path, owner: .tenant, bytes: bytes)
  }

  mutating func add(_ path: String, _ text: String) {
    _ = sources.add(path: path, owner: .tenant, bytes: Array(text.utf8))
  }

  /// The bytes from `start`, `count` of them, in the source at `index`.
  func span(_ start: Int, _ count: Int, in index: Int = 0) -> Span {
    Span(source: SourceID(index: UInt32(index)), start: UInt32(start), end: UInt32(start + count))
  }

  /// The first place of `words` in the source at `index`.
  func span(of words: String, in index: Int = 0) -> Span {
    let bytes = sources.sources[index].bytes
    let wanted = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) }
    precondition(start != nil, "the sample does not hold '\(words)'")
    return span(start ?? 0, wanted.count, in: index)
  }

  /// The terminal form of one finding without colour, and without the line that counts.
  func page(_ diagnostic: Diagnostic) -> String {
    let text = renderForTerminal([diagnostic], sources: sources, palette: .plain)
    let closing = "\n\(countSentence([diagnostic]))\n"
    #expect(text.hasSuffix(closing))
    return String(text.dropLast(closing.count))
  }

  /// The terminal form of an error `bad` about `span`.
  func page(at span: Span, _ why: String = "") -> String {
    page(Diagnostic(.sample, .error, "bad", at: Label(span, why)))
  }
}

extension Code {
  static let sample = Code("SPAI9001", "sample")
}
