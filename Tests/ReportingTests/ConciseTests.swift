import Diagnostics
import Reporting
import Testing

@Suite struct ConciseTests {
  @Test func `writes one line for each finding`() {
    let sample = Sample("a: 1\n  é: 2\n", path: "tenants/acme.yaml")
    let text = renderConcise(
      [
        Diagnostic(Code("SPAI0001", "unreadable"), .error, "cannot read 'x'", at: nil, help: "Create it."),
        Diagnostic(
          .sample,
          .warning,
          "odd key",
          at: Label(sample.span(of: ": 2"), "why"),
          related: [Label(sample.span(of: "a"))]
        ),
        Diagnostic(.sample, .note, "two\nlines\u{1B}", at: Label(sample.span(of: "a"))),
      ],
      sources: sample.sources
    )
    #expect(
      text == #"""
        error[SPAI0001]: cannot read 'x'
        tenants/acme.yaml:2:4: warning[SPAI9001]: odd key
        tenants/acme.yaml:1:1: note[SPAI9001]: two\nlines\u{1b}

        """#
    )
  }

  @Test func `says nothing about nothing`() {
    #expect(renderConcise([], sources: SourceMap()).isEmpty)
  }
}
