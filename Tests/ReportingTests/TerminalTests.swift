import Diagnostics
import Reporting
import Testing

@Suite struct TerminalTests {
  @Test func `shows the limit in another file, and aligns the gutters`() {
    var sample = Sample(
      String(repeating: "#\n", count: 13) + "    replica: 3\n",
      path: "tenants/acme.yaml"
    )
    sample.add("templates/tiers.yaml", String(repeating: "#\n", count: 7) + "  maxReplicas: 2\n")
    let diagnostic = Diagnostic(
      Code("SPAI1102", "unknown-key"),
      .error,
      "unknown key 'replica' in service 'api'",
      at: Label(sample.span(of: "replica"), "not a key of a service"),
      related: [Label(sample.span(of: "maxReplicas: 2", in: 1), "the limit is here")],
      help: "Did you mean 'replicas'?",
      generated: GeneratedLine(path: "out/acme/api/deployment.yaml", line: 9)
    )
    #expect(
      sample.page(diagnostic) == """
        error[SPAI1102]: unknown key 'replica' in service 'api'
          ┌─ tenants/acme.yaml:14:5
          │
        14│     replica: 3
          │     ^^^^^^^ not a key of a service
          ┌─ templates/tiers.yaml:8:3
          │
         8│   maxReplicas: 2
          │   -------------- the limit is here
          = help: Did you mean 'replicas'?
          = generated: out/acme/api/deployment.yaml:9

        """
    )
  }

  @Test func `shows a finding about no text as a headline and help`() {
    let diagnostic = Diagnostic(
      Code("SPAI0001", "unreadable"),
      .warning,
      "cannot read 'tenants'",
      at: nil,
      help: "Create it."
    )
    #expect(
      Sample("").page(diagnostic) == """
        warning[SPAI0001]: cannot read 'tenants'
         = help: Create it.

        """
    )
  }

  @Test func `marks two labels of one line below each other`() {
    let sample = Sample("a: 1, b: 2\n")
    let diagnostic = Diagnostic(
      .sample,
      .error,
      "bad",
      at: Label(sample.span(of: "b"), "here"),
      related: [Label(sample.span(of: "2"), "two"), Label(sample.span(of: "a"), "first")]
    )
    #expect(
      sample.page(diagnostic) == """
        error[SPAI9001]: bad
         ┌─ a.yaml:1:7
         │
        1│ a: 1, b: 2
         │       ^ here
         │ - first
         │          - two

        """
    )
  }

  @Test func `shares a snippet with what is at most three lines apart`() {
    let sample = Sample("one: 1\n\nthree: 3\nfour: 4\n")
    let diagnostic = Diagnostic(
      .sample,
      .error,
      "bad",
      at: Label(sample.span(of: "four"), "again"),
      related: [Label(sample.span(of: "one"), "first")]
    )
    #expect(
      sample.page(diagnostic) == """
        error[SPAI9001]: bad
         ┌─ a.yaml:4:1
         │
        1│ one: 1
         │ --- first
        2│
        3│ three: 3
        4│ four: 4
         │ ^^^^ again

        """
    )
  }

  @Test func `starts a new snippet for what is further away`() {
    let sample = Sample("one: 1\n\n\n\nfive: 5\nsix: 6\n\n\n\nten: 10\n")
    let diagnostic = Diagnostic(
      .sample,
      .error,
      "bad",
      at: Label(sample.span(of: "five")),
      related: [
        Label(sample.span(of: "ten"), "a"), Label(sample.span(of: "one"), "b"),
        Label(sample.span(of: "6"), "c"),
      ]
    )
    #expect(
      sample.page(diagnostic) == """
        error[SPAI9001]: bad
          ┌─ a.yaml:5:1
          │
         5│ five: 5
          │ ^^^^
         6│ six: 6
          │      - c
          ┌─ a.yaml:10:1
          │
        10│ ten: 10
          │ --- a
          ┌─ a.yaml:1:1
          │
         1│ one: 1
          │ --- b

        """
    )
  }

  @Test func `shows related places of a finding without a place of its own`() {
    let sample = Sample("a: 1\n")
    let diagnostic = Diagnostic(
      .sample,
      .note,
      "odd",
      at: nil,
      related: [Label(sample.span(of: "a"), "look")]
    )
    #expect(
      sample.page(diagnostic) == """
        note[SPAI9001]: odd
         ┌─ a.yaml:1:1
         │
        1│ a: 1
         │ - look

        """
    )
  }

  @Test func `marks the first line of a span over several`() {
    let sample = Sample("a:\n  b: 1\n  c: 2\n")
    #expect(
      sample.page(at: sample.span(of: "b: 1\n  c"), "this map") == """
        error[SPAI9001]: bad
         ┌─ a.yaml:2:3
         │
        2│   b: 1
         │   ^^^^… this map

        """
    )
  }

  @Test(arguments: ["b: 1\n", "b: 1\r\n"])
  func `takes a line end for no further line`(line: String) {
    let sample = Sample(line + "c: 2\n")
    #expect(
      sample.page(at: sample.span(of: line)) == """
        error[SPAI9001]: bad
         ┌─ a.yaml:1:1
         │
        1│ b: 1
         │ ^^^^

        """
    )
  }

  @Test func `marks one column in an empty source`() {
    let sample = Sample("")
    #expect(
      sample.page(at: sample.span(0, 0), "nothing here") == """
        error[SPAI9001]: bad
         ┌─ a.yaml:1:1
         │
        1│
         │ ^ nothing here

        """
    )
  }

  @Test(arguments: [(5, 0), (5, 100), (4_000, 2)])
  func `marks the end where a span reaches past it`(start: Int, count: Int) {
    let sample = Sample("a: 1\n")
    #expect(
      sample.page(at: sample.span(start, count)) == """
        error[SPAI9001]: bad
         ┌─ a.yaml:2:1
         │
        2│
         │ ^

        """
    )
  }

  @Test func `marks the column after a line without end`() {
    let sample = Sample("a: [1")
    #expect(
      sample.page(at: sample.span(5, 0), "']' is missing") == """
        error[SPAI9001]: bad
         ┌─ a.yaml:1:6
         │
        1│ a: [1
         │      ^ ']' is missing

        """
    )
  }

  @Test func `separates findings and counts them`() {
    let text = renderForTerminal(
      [
        Diagnostic(.sample, .error, "a", at: nil), Diagnostic(.sample, .warning, "b", at: nil),
        Diagnostic(.sample, .error, "c", at: nil),
      ],
      sources: SourceMap(),
      palette: .plain
    )
    #expect(
      text == """
        error[SPAI9001]: a

        warning[SPAI9001]: b

        error[SPAI9001]: c

        2 errors, 1 warning

        """
    )
  }

  @Test func `says nothing about nothing`() {
    #expect(renderForTerminal([], sources: SourceMap(), palette: .ansi).isEmpty)
  }

  @Test(
    arguments: [
      ([], "no findings"),
      ([.error], "1 error"),
      ([.warning, .warning], "2 warnings"),
      ([.note, .warning, .error, .error, .error], "3 errors, 1 warning, 1 note"),
      ([.note, .note], "2 notes"),
    ] as [([Severity], String)]
  )
  func `counts by severity`(severities: [Severity], sentence: String) {
    #expect(countSentence(severities.map { Diagnostic(.sample, $0, "a", at: nil) }) == sentence)
  }

  @Test func `colours by severity and role`() {
    var sample = Sample("a: 1\n")
    sample.add("b.yaml", "c\n")
    let diagnostic = Diagnostic(
      .sample,
      .error,
      "bad",
      at: Label(sample.span(of: "a"), "why"),
      related: [Label(sample.span(of: "c", in: 1), "there")],
      help: "Do."
    )
    let text = renderForTerminal([diagnostic], sources: sample.sources, palette: .ansi)
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.replacing("\u{1B}", with: "^") }
        == [
          "^[1;31merror[SPAI9001]^[0m^[1m: bad^[0m",
          "^[2m ┌─^[0m a.yaml:1:1",
          "^[2m │^[0m",
          "^[2m1│^[0m a: 1",
          "^[2m │^[0m ^[1;31m^ why^[0m",
          "^[2m ┌─^[0m b.yaml:1:1",
          "^[2m │^[0m",
          "^[2m1│^[0m c",
          "^[2m │^[0m ^[34m- there^[0m",
          "^[2m = ^[0m^[1mhelp:^[0m Do.",
          "",
          "1 error",
          "",
        ]
    )
  }

  @Test(arguments: [(Severity.warning, "\u{1B}[1;33mwarning["), (.note, "\u{1B}[1;36mnote[")])
  func `colours each severity its own way`(severity: Severity, start: String) {
    let text = renderForTerminal(
      [Diagnostic(.sample, severity, "a", at: nil)],
      sources: SourceMap(),
      palette: .ansi
    )
    #expect(text.hasPrefix(start))
  }
}
