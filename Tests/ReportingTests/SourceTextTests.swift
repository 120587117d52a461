import Diagnostics
import Reporting
import Testing

/// What users wrote is shown with the right columns, and never commands the terminal.
@Suite struct SourceTextTests {
  @Test func `shows a tab as two columns wherever it stands`() {
    let sample = Sample("\ta:\tb c\n")
    #expect(
      sample.page(at: sample.span(of: "b")) == """
        error[SPAI9001]: bad
         ┌─ a.yaml:1:5
         │
        1│   a:  b c
         │       ^

        """
    )
    #expect(sample.page(at: sample.span(of: "\ta")).hasSuffix(" │ ^^^\n"))
  }

  @Test func `marks wide scalars as wide, and marks on letters as nothing`() {
    let sample = Sample("名前: 😀 e\u{301} x # é\n")
    #expect(
      sample.page(at: sample.span(of: "名前")).hasSuffix(" │ ^^^^\n")
    )
    #expect(
      sample.page(at: sample.span(of: "😀")) == """
        error[SPAI9001]: bad
         ┌─ a.yaml:1:5
         │
        1│ 名前: 😀 e\u{301} x # é
         │       ^^

        """
    )
    #expect(sample.page(at: sample.span(of: "e\u{301}")).hasSuffix(" │          ^\n"))
    #expect(sample.page(at: sample.span(of: "x")).hasSuffix(" │            ^\n"))
    #expect(sample.page(at: sample.span(of: "é\n")).hasSuffix(" │                ^\n"))
  }

  @Test func `spells out what would command the terminal`() {
    let sample = Sample("a: \u{1B}[2J\rb\u{9B}c\u{202E}d\u{0}\u{FEFF}\u{2028} e\n")
    let text = sample.page(at: sample.span(of: "e"), "not \u{1B}]0;\u{7}")
    #expect(
      text == #"""
        error[SPAI9001]: bad
         ┌─ a.yaml:1:18
         │
        1│ a: \u{1b}[2J\rb\u{9b}c\u{202e}d\u{0}\u{feff}\u{2028} e
         │                                                      ^ not \u{1b}]0;\u{7}

        """#
    )
  }

  @Test func `spells out bytes that are not text`() {
    let sample = Sample(bytes: [0x61, 0xFF, 0x01, 0xE2, 0x82, 0x62, 0x63])
    #expect(
      sample.page(at: sample.span(5, 1)) == #"""
        error[SPAI9001]: bad
         ┌─ a.yaml:1:5
         │
        1│ a\xff\u{1}\xe2\x82bc
         │                   ^

        """#
    )
    #expect(sample.page(at: sample.span(3, 1)).hasSuffix(" │           ^^^^^^^^\n"))
  }

  @Test func `spells out names in messages, help and paths`() {
    let sample = Sample("a\n", path: "tenants/\u{1B}[31m\n.yaml")
    let diagnostic = Diagnostic(
      .sample,
      .error,
      "unknown 'a\nb\u{1B}'",
      at: Label(sample.span(of: "a")),
      help: "Say 'é'\t\u{200B}.",
      generated: GeneratedLine(path: "out/\r", line: 1)
    )
    #expect(
      sample.page(diagnostic) == #"""
        error[SPAI9001]: unknown 'a\nb\u{1b}'
         ┌─ tenants/\u{1b}[31m\n.yaml:1:1
         │
        1│ a
         │ ^
         = help: Say 'é'\t\u{200b}.
         = generated: out/\r:1

        """#
    )
  }

  @Test func `does not show a byte order mark`() {
    let sample = Sample("\u{FEFF}a: 1\n")
    #expect(sample.page(at: sample.span(0, 4)).hasSuffix("1│ a: 1\n │ ^\n"))
  }
}
