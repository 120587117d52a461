import Diagnostics
import TestSupport
import Testing

@Suite struct FixTests {
  private let source: SourceID = {
    var sources = SourceMap()
    return sources.add(path: "a.yaml", owner: .tenant, bytes: [])
  }()

  private func fix(_ range: Range<UInt32>, _ text: String, _ title: String = "x") -> Fix {
    Fix(title, Span(source: source, start: range.lowerBound, end: range.upperBound), with: text, .safe)
  }

  private func applied(_ fixes: [Fix], _ text: String) -> String {
    String(decoding: applying(fixes, to: Array(text.utf8)).bytes, as: UTF8.self)
  }

  @Test func fixesAreAppliedByTheirPlaces() {
    #expect(applied([], "abc") == "abc")
    #expect(applied([fix(2..<3, "X"), fix(0..<1, "")], "abc") == "bX")
    #expect(applied([fix(0..<3, "")], "abc") == "")
    #expect(applied([fix(3..<3, "d"), fix(0..<0, "_")], "abc") == "_abcd")
  }

  @Test func ofTwoThatOverlapTheFirstIsApplied() {
    let result = applying([fix(1..<3, "Y", "second"), fix(0..<2, "X", "first")], to: Array("abcd".utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == "Xcd")
    #expect(result.applied.map(\.title) == ["first"])
    #expect(applied([fix(1..<2, "x"), fix(1..<2, "x"), fix(1..<2, "y")], "abc") == "axc")
    #expect(applied([fix(1..<9, "x")], "abc") == "abc", "what is not there is not replaced")
  }

  @Test func onlyASingleNearWordIsACorrection() {
    let span = Span(source: source, start: 0, end: 5)
    #expect(Fix.correcting("canry", at: span, among: ["canary", "rolling"])?.replacement == "canary")
    let four = Span(source: source, start: 0, end: 4)
    #expect(Fix.correcting("cats", at: four, among: ["cars", "cans"]) == nil, "two are near")
    #expect(Fix.correcting("zzzz", at: four, among: ["canary"]) == nil)
    #expect(Fix.correcting("a bc", at: four, among: ["a:bc"]) == nil, "it would need quotes")
    #expect(Fix.correcting("canry", at: four, among: ["canary"]) == nil, "the span is of something else")
    #expect(Fix.correcting("canry", at: nil, among: ["canary"]) == nil)
  }

  /// Bytes outside of fixes stay, whatever the fixes are.
  @Test func theRestStays() {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let bytes = (0..<UInt8.random(in: 0...40, using: &random)).map { $0 }
      let fixes = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        let start = UInt32.random(in: 0...UInt32(bytes.count), using: &random)
        return fix(start..<UInt32.random(in: start...UInt32(bytes.count), using: &random), "\u{7F}")
      }
      let result = applying(fixes, to: bytes)
      let gone = Set(result.applied.flatMap { Int($0.span.start)..<Int($0.span.end) })
      #expect(
        result.bytes.filter { $0 != 0x7F } == bytes.indices.filter { !gone.contains($0) }.map { bytes[$0] },
        "SPAI_SEED=\(seed)"
      )
      #expect(result.bytes.count { $0 == 0x7F } == result.applied.count, "SPAI_SEED=\(seed)")
    }
  }
}
