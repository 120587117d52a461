import Diagnostics
import TestSupport
import Testing

@Suite struct LineTableTests {
  @Test(
    arguments: [
      // An empty text has one empty line.
      ("", 0, 1, 1),
      ("", 9, 1, 1),
      ("ab\ncd", 0, 1, 1),
      ("ab\ncd", 2, 1, 3),
      ("ab\ncd", 3, 2, 1),
      ("ab\ncd", 5, 2, 3),
      ("ab\ncd", .max, 2, 3),
      // After the last line end there is one more line.
      ("ab\n", 3, 2, 1),
      ("\n\n\n", 2, 3, 1),
      // The CR of a CRLF stands in its line, a lone CR too.
      ("ab\r\ncd", 2, 1, 3),
      ("ab\r\ncd", 3, 1, 4),
      ("ab\r\ncd", 4, 2, 1),
      ("ab\rcd", 3, 1, 4),
      // Two, three and four bytes are one column each; the middle of a scalar is that scalar.
      ("é€😀x", 2, 1, 2),
      ("é€😀x", 5, 1, 3),
      ("é€😀x", 9, 1, 4),
      ("é€😀x", 1, 1, 1),
      ("é€😀x", 8, 1, 3),
      // A combining mark is a scalar of its own.
      ("e\u{301}x", 3, 1, 3),
      // A byte order mark is no column.
      ("\u{FEFF}ab", 0, 1, 1),
      ("\u{FEFF}ab", 3, 1, 1),
      ("\u{FEFF}ab\nc", 6, 2, 1),
    ] as [(String, UInt32, Int, Int)]
  )
  func `counts lines and columns from one`(text: String, offset: UInt32, line: Int, column: Int) {
    let position = LineTable(Array(text.utf8)).position(of: offset)
    #expect(position == (line, column))
  }

  @Test func `counts a broken sequence as one column`() {
    let table = LineTable([0x61, 0xFF, 0xE2, 0x82, 0x62])
    #expect(table.position(of: 1).column == 2)
    #expect(table.position(of: 2).column == 3)
    #expect(table.position(of: 4).column == 4)
    #expect(table.position(of: 5).column == 5)
  }

  @Test func `gives the text of each line without its end`() {
    let table = LineTable(Array("\u{FEFF}one\r\n\r\ntwo\rthree\nfour".utf8))
    let lines = (1...table.lineCount).map { String(decoding: table.text(ofLine: $0), as: UTF8.self) }
    #expect(lines == ["one", "", "two\rthree", "four"])
    #expect(LineTable([]).text(ofLine: 1).isEmpty)
  }

  @Test func `agrees with counting by hand`() throws {
    var generator = SplitMix64(seed: seed)
    let pieces = ["a", "é", "€", "😀", "\n", "\r\n", "\r", "\t", "\u{301}"]
    for _ in 0..<200 {
      let count = Int.random(in: 0...30, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let table = LineTable(Array(text.utf8))
      var line = 1
      var column = 1
      var offset: UInt32 = 0
      for scalar in text.unicodeScalars {
        try #require(
          table.position(of: offset) == (line, column),
          "SPAI_SEED=\(seed), \(text.debugDescription)"
        )
        offset += UInt32(UTF8.width(scalar))
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
      try #require(
        table.position(of: offset) == (line, column),
        "SPAI_SEED=\(seed), \(text.debugDescription)"
      )
      try #require(table.lineCount == line, "SPAI_SEED=\(seed), \(text.debugDescription)")
    }
  }

  @Test func `locates the two ends of a span`() {
    var sources = SourceMap()
    _ = sources.add(path: "tenants/other.yaml", owner: .tenant, bytes: [])
    let source = sources.add(path: "tenants/acme.yaml", owner: .tenant, bytes: Array("a: é\nb: 2\n".utf8))
    var tables = LineTables(sources)
    let location = tables.location(of: Span(source: source, start: 3, end: 7))
    #expect(location.path == "tenants/acme.yaml")
    #expect((location.line, location.column) == (1, 4))
    #expect((location.endLine, location.endColumn) == (2, 2))
  }
}
