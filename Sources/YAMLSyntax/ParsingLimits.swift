/// Bounds of what one source may ask of the parser.
package struct ParsingLimits: Sendable {
  /// Bytes of one source.
  package var size = 16 << 20
  /// Collections inside collections, those that aliases stand for among them.
  package var depth = 100
  /// Nodes that all aliases of one source may add.
  package var aliasedNodes = 10_000
  /// Findings of one source, before a note says how many more there were.
  package var findings = 100

  package static let standard = ParsingLimits()
}
