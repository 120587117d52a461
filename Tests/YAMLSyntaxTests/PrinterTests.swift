import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

private let nastyTexts = [
  "no", "Yes", "on", "OFF", "y", "N", "null", "~", "true", "1", "-1", "+1", "1e3", "12e03", "0x1F", "0755",
  "0o17",
  "0b101", "1_000", "1.5", ".5", ".inf", "-.INF", ".nan", "12:30", "1:2:3", "2024-01-01",
  "2001-12-14t21:59:43.10-05:00",
  " leading", "trailing ", "a: b", "a:", "# c", "a # c", "a#c", "- a", "-", "?", "? a", ":", "[", "]", "{}",
  "&a", "*a",
  "!t", "|", ">", "'", "\"", "%", "@", "`", "=", "<<", ",", "\t", "a\tb", "\n", "a\nb", "a\n\nb\n",
  "a\nb\n\n", " a\nb",
  "a \nb", "\na", "a\r\nb", "\u{85}", "\u{2028}", "\u{FEFF}x", "\u{0}", "\u{7F}", "\u{1B}[31m", "emoji 🦊",
  "ä: ö", "é #x",
  "", String(repeating: "long ", count: 40), "---", "...", "a\\b", "C:\\x", "0", "00", "0.0", "1.", "e1",
  "deadbeef",
]

@Suite struct PrinterTests {
  @Test(arguments: nastyTexts) func everyTextSurvives(text: String) {
    let node: Node = ["value": Node(text), "list": [Node(text), ["inner": Node(text)]]]
    #expect(readBackDifference(printYAML(node).bytes, node) == nil)
  }

  @Test(arguments: nastyTexts) func everyKeySurvives(text: String) {
    let node = Node(
      .mapping(Mapping([.init(text, "x"), .init("other", Node(.mapping(Mapping([.init(text, 1)]))))]))
    )
    if text == "other" || text == "<<" { return }
    #expect(readBackDifference(printYAML(node).bytes, node) == nil)
  }

  @Test(arguments: 0..<200) func randomTreesSurvive(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let node: Node = ["root": randomNode(depth: 0, &random)]
    #expect(readBackDifference(printYAML(node).bytes, node) == nil, "seed \(seed)")
  }

  private func randomNode(depth: Int, _ random: inout SplitMix64) -> Node {
    switch depth > 4 ? 0 : Int.random(in: 0..<5, using: &random) {
    case 1, 2:
      let count = Int.random(in: 0..<4, using: &random)
      return Node(
        .mapping(Mapping((0..<count).map { .init("k\($0)", randomNode(depth: depth + 1, &random)) }))
      )
    case 3:
      let count = Int.random(in: 0..<4, using: &random)
      return Node(.sequence((0..<count).map { _ in randomNode(depth: depth + 1, &random) }))
    default:
      return Bool.random(using: &random)
        ? Node(nastyTexts[Int.random(in: nastyTexts.indices, using: &random)])
        : Node(Int.random(in: -1000...1000, using: &random))
    }
  }

  @Test func layout() {
    let node: Node = [
      "apiVersion": "v1", "empty": [:], "none": [], "args": ["a", ["x": 1, "z": "no"], [1, 2]],
      "text": "a\nb\n",
    ]
    let expected = """
      # Header.
      apiVersion: v1
      empty: {}
      none: []
      args:
      - a
      - x: 1
        z: "no"
      - - 1
        - 2
      text: |
        a
        b

      """
    #expect(String(decoding: printYAML(node, header: ["Header."]).bytes, as: UTF8.self) == expected)
  }

  @Test func everyLineHasItsOrigin() {
    var sources = SourceMap()
    let id = sources.add(path: "a", owner: .tenant, bytes: [])
    func at(_ offset: UInt32) -> Origin { .written(Span(source: id, start: offset, end: offset)) }
    let node: Node = ["a": Node("x", origin: at(1)), "b": ["c": Node(2, origin: at(2))], "d": "plain"]
    let printed = printYAML(node, header: ["h"], fallback: at(9))
    #expect(printed.lines.map { $0.span?.start } == [9, 1, 9, 2, 9])
  }

  @Test func aDifferenceIsFound() {
    #expect(readBackDifference(Array("a: no\n".utf8), ["a": "no"]) == "'a' stands without quotes")
    #expect(readBackDifference(Array("a: 1\n".utf8), ["a": "1"]) != nil)
    #expect(readBackDifference(Array("a: x\n".utf8), ["b": "x"]) != nil)
    #expect(readBackDifference(Array("a: [x]\n".utf8), ["a": ["x", "y"]]) != nil)
  }
}
