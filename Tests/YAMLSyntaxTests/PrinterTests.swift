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
  "deadbeef", "a\n\tb", "a\n b\n", "a\n# c\n", "a\u{85}b", "a\n\u{2028}", "\u{2029}", "\u{A0}", "\u{E9}",
  "e\u{301}",
  "x\n\u{301}", "\u{FFFE}", "\u{10FFFF}", "a\n---\nb\n", "a\r", "\r\n", "True", "NULL", "1__0", "0x", "0o8",
  "+.inf",
  "1 2", "a  b", "a, b", "a]", "a}", "key: value # c", "\\", "\"a\"", "it's", "!!str", "&", "*", "a&b", "a*b",
  "?a",
  String(repeating: "é", count: 200), String(repeating: "x", count: 200),
]

/// Lengths around what a reader accepts for a key before its colon.
private let longKeys = [
  String(repeating: "k", count: 1023), String(repeating: "k", count: 1024),
  String(repeating: "k", count: 1025),
  String(repeating: "a b ", count: 300), String(repeating: "\u{1}", count: 300),
  String(repeating: "ü", count: 1020), String(repeating: "🦊", count: 1030),
  String(repeating: "k\n", count: 600),
]

@Suite struct PrinterTests {
  @Test(arguments: nastyTexts + longKeys) func everyTextSurvives(text: String) {
    expectSurvival(["value": Node(text), "list": [Node(text), ["inner": Node(text)], [Node(text)]]])
    expectSurvival(Node(text))
    expectSurvival([Node(text)])
  }

  @Test(arguments: nastyTexts + longKeys) func everyKeySurvives(text: String) {
    func mapping(_ value: Node) -> Node { Node(.mapping(Mapping([.init(text, value), .init("z", 1)]))) }
    for value in ["x", 1, [:], [], ["a", "b"], ["a": "b"], "a\nb\n", [["a": 1]]] as [Node] {
      expectSurvival(mapping(value))
      expectSurvival([mapping(value), mapping(mapping(value))])
    }
  }

  @Test(arguments: 0..<300) func randomTreesSurvive(round: UInt64) {
    var random = SplitMix64(seed: seed &+ round)
    let node: Node = ["root": randomNode(depth: 0, &random)]
    expectSurvival(node, "SPAI_SEED=\(seed) round \(round)")
  }

  /// What libyaml reads is the tree that was printed, byte for byte, and each line has an origin.
  private func expectSurvival(_ node: Node, _ replay: Comment? = nil) {
    let printed = printYAML(node)
    #expect(readBackDifference(printed.bytes, node) == nil, replay)
    let (documents, findings) = parsed(printed.bytes)
    #expect(findings.isEmpty, replay)
    #expect(documents.map(\.outline) == [node.outline], replay)
    #expect(printed.lines.count == printed.bytes.count { $0 == UInt8(ascii: "\n") }, replay)
    #expect(printed.bytes.last == UInt8(ascii: "\n"), replay)
  }

  private func randomNode(depth: Int, _ random: inout SplitMix64) -> Node {
    let count = Int.random(in: 0..<4, using: &random)
    switch depth > 4 ? 0 : Int.random(in: 0..<5, using: &random) {
    case 1, 2:
      var mapping = Mapping()
      for _ in 0..<count {
        let key = randomText(&random)
        let value = randomNode(depth: depth + 1, &random)
        if mapping[key] == nil { mapping.entries.append(.init(key, value)) }
      }
      return Node(.mapping(mapping))
    case 3:
      return Node(.sequence((0..<count).map { _ in randomNode(depth: depth + 1, &random) }))
    default:
      return switch Int.random(in: 0..<8, using: &random) {
      case 0: Node(Int.random(in: -1000...1000, using: &random))
      case 1: Node(Bool.random(using: &random))
      case 2: Node(.scalar(Scalar("", type: .null)))
      case 3: Node(.scalar(Scalar("1e3", type: .float)))
      default: Node(randomText(&random))
      }
    }
  }

  /// A known trap, or a soup of signs that mean something to YAML.
  private func randomText(_ random: inout SplitMix64) -> String {
    if Int.random(in: 0..<20, using: &random) == 0 {
      return longKeys[Int.random(in: longKeys.indices, using: &random)]
    }
    if Bool.random(using: &random) {
      return nastyTexts[Int.random(in: nastyTexts.indices, using: &random)]
    }
    let soup = Array(
      "ab0 1:-#\n\t\"'\\[]{}&*!|>%@`,?=~.é\u{301}\u{85}\u{2028}\u{FEFF}\u{7}🦊\r".unicodeScalars
    )
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      text.append(soup[Int.random(in: soup.indices, using: &random)])
    }
    return String(text)
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

  /// A reader looks for the colon of a key no further than 1024 characters.
  @Test func longKeysAreExplicit() {
    var sources = SourceMap()
    let id = sources.add(path: "a", owner: .tenant, bytes: [])
    func at(_ offset: UInt32, _ content: Node.Content) -> Node {
      Node(content, origin: .written(Span(source: id, start: offset, end: offset)))
    }
    func text(_ text: String, _ offset: UInt32) -> Node { at(offset, .scalar(Scalar(text, type: .string))) }
    func mapping(_ entries: KeyValuePairs<String, Node>, _ offset: UInt32) -> Node {
      at(offset, .mapping(Mapping(entries.map { .init($0.key, $0.value) })))
    }
    let fits = String(repeating: "k", count: 1024)
    let long = "k: " + fits
    let inner = mapping([long: mapping(["a": text("b\nc\n", 7)], 6)], 5)
    let list = at(8, .sequence([text("d", 9)]))
    let node = mapping(
      [fits: text("x", 2), long: text("x", 3), "in": at(4, .sequence([inner])), long + "2": list],
      1
    )
    let printed = printYAML(node)
    let expected = """
      \(fits): x
      ? "\(long)"
      : x
      in:
      - ? "\(long)"
        :
          a: |
            b
            c
      ? "\(long)2"
      :
      - d

      """
    #expect(String(decoding: printed.bytes, as: UTF8.self) == expected)
    #expect(printed.lines.map { $0.span?.start } == [2, 3, 3, 4, 6, 6, 7, 7, 7, 8, 8, 9])
    #expect(readBackDifference(printed.bytes, node) == nil)
  }

  @Test(
    arguments: [
      ("a: no\n", ["a": "no"], "'a' stands without quotes"),
      ("no: x\n", ["no": "x"], "key 'no' stands without quotes"),
      ("a: {y: x}\n", ["a": ["y": "x"]], "key 'a.y' stands without quotes"),
      ("a: 1\n", ["a": "1"], "'a' reads as integer '1' instead of string '1'"),
      ("a: x\n", ["b": "x"], "'' has keys [\"a\"] instead of [\"b\"]"),
      ("a: [x]\n", ["a": ["x", "y"]], "'a' has 1 items instead of 2"),
      ("a: [x]\n", ["a": ["y"]], "'a[0]' reads as string 'x' instead of string 'y'"),
      ("a: [x]\n", ["a": ["x": 1]], "'a' is of another kind"),
      ("a: e\u{301}\n", ["a": "\u{E9}"], "'a' reads as string 'e\u{301}' instead of string '\u{E9}'"),
      ("e\u{301}: 1\n", ["\u{E9}": 1], "'' has keys [\"e\u{301}\"] instead of [\"\u{E9}\"]"),
      ("a: [\n", ["a": []], "the output cannot be read: the text is not YAML"),
      ("a: 1\n---\na: 1\n", ["a": 1], "the output holds 2 documents"),
      ("a: ~\n", ["a": Node(.scalar(Scalar("null", type: .null)))], nil),
    ] as [(String, Node, String?)]
  ) func differences(printed: String, node: Node, difference: String?) {
    #expect(
      readBackDifference(Array(printed.utf8), node).map { Array($0.utf8) }
        == difference.map { Array($0.utf8) }
    )
  }
}
