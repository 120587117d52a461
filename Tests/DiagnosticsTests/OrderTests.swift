import Diagnostics
import TestSupport
import Testing

@Suite struct OrderTests {
  private static let code = Code("SPAI9001", "test")

  private static func span(_ start: UInt32, _ end: UInt32, in source: UInt32 = 0) -> Span {
    Span(source: SourceID(index: source), start: start, end: end)
  }

  /// Findings in their order; each differs from the one before in what is compared next.
  private static let ordered: [Diagnostic] = [
    Diagnostic(code, .error, "a", at: nil),
    Diagnostic(code, .error, "b", at: nil),
    Diagnostic(code, .note, "z", at: Label(span(0, 1))),
    Diagnostic(code, .error, "a", at: Label(span(0, 2))),
    Diagnostic(code, .warning, "a", at: Label(span(0, 2))),
    Diagnostic(code, .note, "a", at: Label(span(0, 2))),
    Diagnostic(Code("SPAI9002", "a"), .note, "a", at: Label(span(0, 2))),
    Diagnostic(Code("SPAI9002", "b"), .note, "a", at: Label(span(0, 2))),
    Diagnostic(code, .error, "a", at: Label(span(1, 1))),
    Diagnostic(code, .error, "b", at: Label(span(1, 1))),
    Diagnostic(code, .error, "b", at: Label(span(1, 1), "why")),
    Diagnostic(code, .error, "b", at: Label(span(1, 1), "why"), related: [Label(span(0, 0))]),
    Diagnostic(code, .error, "b", at: Label(span(1, 1), "why"), related: [Label(span(0, 0), "a")]),
    Diagnostic(code, .error, "b", at: Label(span(1, 1), "why"), related: [Label(span(0, 1))]),
    Diagnostic(code, .error, "b", at: Label(span(1, 1), "z")),
    Diagnostic(code, .error, "b", at: Label(span(1, 1), "z"), help: ""),
    Diagnostic(code, .error, "b", at: Label(span(1, 1), "z"), help: "A."),
    Diagnostic(
      code,
      .error,
      "b",
      at: Label(span(1, 1), "z"),
      help: "A.",
      generated: GeneratedLine(path: "", line: 0)
    ),
    Diagnostic(
      code,
      .error,
      "b",
      at: Label(span(1, 1), "z"),
      help: "A.",
      generated: GeneratedLine(path: "", line: 2)
    ),
    Diagnostic(
      code,
      .error,
      "b",
      at: Label(span(1, 1), "z"),
      help: "A.",
      generated: GeneratedLine(path: "b", line: 1)
    ),
    Diagnostic(code, .error, "a", at: Label(span(0, 0, in: 1))),
  ]

  @Test func `is the same for any order of arrival`() throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let shuffled = (Self.ordered + Self.ordered).shuffled(using: &generator)
      let order = shuffled.sortedAndUnique().map { Self.ordered.firstIndex(of: $0) }
      try #require(order == Array(Self.ordered.indices), "SPAI_SEED=\(seed)")
    }
  }

  @Test func `shows a repeated finding once`() {
    let finding = Diagnostic(Self.code, .error, "a", at: Label(Self.span(0, 1)), help: "Do.")
    var other = finding
    other.help = "Do not."
    #expect([finding, other, finding, other].sortedAndUnique() == [other, finding])
  }

  @Test func `counts errors only`() {
    var findings = Findings()
    findings.report(Diagnostic(Self.code, .warning, "a", at: nil))
    #expect(findings.errorCount == 0)
    findings.report(contentsOf: [
      Diagnostic(Self.code, .error, "a", at: nil), Diagnostic(Self.code, .note, "a", at: nil),
    ])
    #expect(findings.errorCount == 1)
    #expect(findings.all.map(\.severity) == [.warning, .error, .note])
  }
}
