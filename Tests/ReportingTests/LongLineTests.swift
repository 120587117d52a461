import Diagnostics
import Reporting
import Testing

@Suite struct LongLineTests {
  /// The source line and the line below it, without their gutters.
  private func lines(at span: Span, in sample: Sample) -> (source: String, marks: String) {
    let text = renderForTerminal(
      [Diagnostic(.sample, .error, "bad", at: Label(span))],
      sources: sample.sources,
      palette: .plain
    )
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return (String(lines[3].dropFirst(3)), String(lines[4].dropFirst(3)))
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func `shows a line of one hundred columns whole`() {
    let sample = Sample("x" + repeated("-", 98) + "y\n")
    let (source, marks) = lines(at: sample.span(of: "y"), in: sample)
    #expect(source == "x" + repeated("-", 98) + "y")
    #expect(marks == repeated(" ", 99) + "^")
  }

  @Test func `keeps the start where that shows the span`() {
    let sample = Sample("key: x" + repeated("-", 200) + "\n")
    let (source, marks) = lines(at: sample.span(of: "x"), in: sample)
    #expect(source == "key: x" + repeated("-", 93) + "…")
    #expect(marks == "     ^")
  }

  @Test func `cuts both sides around a span in the middle`() {
    let sample = Sample(repeated("<", 200) + "xx" + repeated(">", 200) + "\n")
    let (source, marks) = lines(at: sample.span(of: "xx"), in: sample)
    #expect(source == "…" + repeated("<", 48) + "xx" + repeated(">", 48) + "…")
    #expect(marks == repeated(" ", 49) + "^^")
  }

  @Test func `cuts the start for a span at the end`() {
    let sample = Sample(repeated("<", 200) + "x")
    let (source, marks) = lines(at: sample.span(of: "x"), in: sample)
    #expect(source == "…" + repeated("<", 98) + "x")
    #expect(marks == repeated(" ", 99) + "^")
    let end = lines(at: sample.span(201, 0), in: sample)
    #expect(end.source == "…" + repeated("<", 97) + "x")
    #expect(end.marks == repeated(" ", 99) + "^")
  }

  @Test func `shows the start of a span that is itself too long`() {
    let sample = Sample(repeated("<", 200) + repeated("x", 300) + repeated(">", 200) + "\n")
    let (source, marks) = lines(at: sample.span(200, 300), in: sample)
    #expect(source == "…" + repeated("<", 9) + repeated("x", 89) + "…")
    #expect(marks == repeated(" ", 10) + repeated("^", 90))
  }

  @Test func `leaves blanks for a wide scalar that the cut splits`() {
    let sample = Sample(repeated("<", 151) + repeated("名", 100) + "x" + repeated(">", 200) + "\n")
    let (source, marks) = lines(at: sample.span(of: "x"), in: sample)
    #expect(source == "… " + repeated("名", 24) + "x" + repeated(">", 48) + "…")
    #expect(marks == repeated(" ", 50) + "^")
  }

  @Test func `keeps a label that the cut hides at the edge`() {
    let sample = Sample("a" + repeated("-", 300) + "x\n")
    let text = renderForTerminal(
      [
        Diagnostic(
          .sample,
          .error,
          "bad",
          at: Label(sample.span(of: "x")),
          related: [Label(sample.span(of: "a"), "first")]
        )
      ],
      sources: sample.sources,
      palette: .plain
    )
    #expect(text.contains(" │ - first\n"))
  }

  @Test func `never shows more than one hundred columns`() {
    let text = repeated("a\tb名\u{1}", 200)
    let sample = Sample(text)
    for start in stride(from: 0, through: text.utf8.count, by: 7) {
      let (source, marks) = lines(at: sample.span(start, 30), in: sample)
      let columns = source.unicodeScalars.reduce(0) { $0 + ($1 == "名" ? 2 : 1) }
      #expect(columns <= 100, "\(start)")
      #expect(marks.count <= 100 && marks.contains("^"), "\(start)")
    }
  }
}
