/// A range of UTF-8 bytes in one source.
///
/// Twelve bytes and trivially copyable, so that every node can carry one. Lines and columns are computed
/// from a ``LineTable`` only when a span is shown.
package struct Span: Hashable, Sendable {
  package let source: SourceID
  /// Offset of the first byte.
  package let start: UInt32
  /// Offset after the last byte; equal to `start` for an empty range.
  package let end: UInt32

  package init(source: SourceID, start: UInt32, end: UInt32) {
    self.source = source
    self.start = start
    self.end = end
  }
}

extension Span: Comparable {
  package static func < (left: Span, right: Span) -> Bool {
    (left.source.index, left.start, left.end) < (right.source.index, right.start, right.end)
  }
}
