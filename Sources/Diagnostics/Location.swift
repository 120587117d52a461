/// A span as people read it: a path, lines and columns.
package struct Location: Hashable, Sendable {
  package let path: String
  /// From 1, as all four.
  package let line: Int
  /// In Unicode scalars.
  package let column: Int
  package let endLine: Int
  /// The column after the last scalar.
  package let endColumn: Int
}

/// The line tables of a run, each built when something of its source is first shown.
///
/// A run without findings builds none.
package struct LineTables: ~Copyable {
  private let sources: SourceMap
  private var tables: [LineTable?]

  package init(_ sources: SourceMap) {
    self.sources = sources
    tables = Array(repeating: nil, count: sources.sources.count)
  }

  /// The table of a source.
  package mutating func table(of source: SourceID) -> LineTable {
    let index = Int(source.index)
    if let table = tables[index] { return table }
    let table = LineTable(sources[source].bytes)
    tables[index] = table
    return table
  }

  /// Where a span is.
  package mutating func location(of span: Span) -> Location {
    let table = table(of: span.source)
    let start = table.position(of: span.start)
    let end = table.position(of: max(span.start, span.end))
    return Location(
      path: sources[span.source].path,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column
    )
  }
}
