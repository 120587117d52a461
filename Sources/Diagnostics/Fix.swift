/// A change of a source that mends a finding, where place and correction are certain.
package struct Fix: Hashable, Sendable {
  /// What it does, such as `removes the allowance`.
  package let title: String
  /// The bytes that go.
  package let span: Span
  /// What stands there instead.
  package let replacement: String
  package let safety: Safety

  package enum Safety: Hashable, Sendable {
    /// The specs mean the same afterwards, or what they can only have meant.
    case safe
    /// Somebody should look at it: what is meant was guessed.
    case unsafe
  }

  package init(_ title: String, _ span: Span, with replacement: String = "", _ safety: Safety) {
    self.title = title
    self.span = span
    self.replacement = replacement
    self.safety = safety
  }
}

extension Fix {
  /// The correction of a misspelt word, which the span is all of, plain or in quotes; nil where there is no candidate
  /// near, or more than one.
  package static func correcting(_ word: String, at span: Span?, among candidates: [String]) -> Fix? {
    let near = nearest(to: word, among: candidates)
    guard let span, near.count == 1, let right = near.first, right.utf8.allSatisfy(isPlainInYAML),
      [word.utf8.count, word.utf8.count + 2].contains(Int(span.end - span.start))
    else { return nil }
    return Fix("writes '\(right)' for '\(word)'", span, with: right, .unsafe)
  }
}

/// Whether a word of such bytes needs no quotes.
private func isPlainInYAML(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
    true
  default: false
  }
}

/// Applies fixes of one source to its bytes; whatever is not part of a fix stays, byte by byte.
///
/// - Returns: The new bytes, and the fixes in them by their places: of two that overlap, the first.
package func applying(_ fixes: [Fix], to bytes: [UInt8]) -> (bytes: [UInt8], applied: [Fix]) {
  let sorted = fixes.sorted { ($0.span, $0.replacement, $0.title) < ($1.span, $1.replacement, $1.title) }
  var result: [UInt8] = []
  var applied: [Fix] = []
  var position = 0
  for fix in sorted where Int(fix.span.start) >= position && Int(fix.span.end) <= bytes.count {
    if let last = applied.last, last.span == fix.span { continue }
    result += bytes[position..<Int(fix.span.start)]
    result += fix.replacement.utf8
    position = Int(fix.span.end)
    applied.append(fix)
  }
  return (result + bytes[position...], applied)
}
