extension HTMLWriter {
  /// Writes a section with a headline.
  mutating func section(
    _ id: String,
    _ title: String,
    content: (inout HTMLWriter) -> Void
  ) {
    element("section", [("id", id)]) { writer in
      writer.element("h2", text: title)
      writer.newline()
      content(&writer)
    }
    newline()
  }

  /// Writes a table with columns of words, then columns of counts.
  mutating func table(
    _ words: [String],
    _ counts: [String],
    rows: (inout HTMLWriter) -> Void
  ) {
    element("table") { writer in
      writer.element("thead") { writer in
        writer.row { writer in
          for word in words { writer.element("th", [("scope", "col")], text: word) }
          for count in counts { writer.element("th", [("scope", "col"), ("class", "count")], text: count) }
        }
      }
      writer.newline()
      writer.element("tbody", content: rows)
    }
    newline()
  }

  /// Writes a row of a table; what it is about is told to the page's filter.
  mutating func row(
    _ attributes: [(name: StaticString, value: String)] = [],
    _ cells: (inout HTMLWriter) -> Void
  ) {
    element("tr", attributes, content: cells)
    newline()
  }

  /// Writes a cell for each count.
  mutating func counts(_ counts: [Int]) {
    for count in counts { element("td", [("class", "count")], text: String(count)) }
  }
}
