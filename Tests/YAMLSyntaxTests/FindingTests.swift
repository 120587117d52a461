import Diagnostics
import Testing
import YAMLSyntax

/// What each finding says, and the byte that it points at.
@Suite struct FindingTests {
  @Test(arguments: [
    ("a: \"never ends\n", "SPAI1001 2:1 the text is not YAML"),
    ("a:\n\t- b\n", "SPAI1001 2:1 the text is not YAML"),
    ("a: [1, 2\nb: 1\n", "SPAI1001 2:2 the text is not YAML"),
    ("é: ü: c\n", "SPAI1001 1:5 the text is not YAML"),
    ("a: 1\na: 2\n", "SPAI1003 2:1 key 'a' is written twice"),
    ("ä: 1\nä: 2\n", "SPAI1003 2:1 key 'ä' is written twice"),
    ("\u{FEFF}ä: 1\r\nä: 2\r\n", "SPAI1003 2:1 key 'ä' is written twice"),
    ("a: {é: 1, b: 2, \"é\": 3}\n", "SPAI1003 1:17 key 'é' is written twice"),
    ("? &x !!str a\n: 1\na: 2\n", "SPAI1003 3:1 key 'a' is written twice"),
    ("a: &x b\n*x : 1\nb: 2\n", "SPAI1003 3:1 key 'b' is written twice"),
    ("x: &a {k: 1}\ny:\n  <<: *a\n", "SPAI1004 3:3 merge keys are not part of YAML 1.2"),
    ("a: &x [*x]\n", "SPAI1006 1:8 alias 'x' is inside what it stands for"),
    ("a: &x\n  b: *x\n", "SPAI1006 2:6 alias 'x' is inside what it stands for"),
    ("a: *nobody\n", "SPAI1007 1:4 no anchor is called 'nobody'"),
    ("a: &x 1\n---\nb: *x\n", "SPAI1007 3:4 no anchor is called 'x'"),
    ("a: !!binary aGk=\n", "SPAI1010 1:4 tag '!!binary' does not fit this value"),
    ("a: !!int many\n", "SPAI1010 1:4 tag '!!int' does not fit this value"),
    ("a: &x !!bool yes\n", "SPAI1010 1:7 tag '!!bool' does not fit this value"),
    ("a: !secret [x]\n", "SPAI1010 1:4 tag '!secret' does not fit this value"),
    ("a: !!seq {x: 1}\n", "SPAI1010 1:4 tag '!!seq' does not fit this value"),
    ("? [1, 2]\n: 3\n", "SPAI1011 1:3 a key is not a text"),
    ("a: &x [1]\n*x : c\n", "SPAI1011 2:1 a key is not a text"),
    ("a: b\u{1}c\n", "SPAI1012 1:5 character U+0001 is not allowed in YAML"),
    ("é: \"\u{1B}[31m\"\n", "SPAI1012 1:5 character U+001B is not allowed in YAML"),
    ("a: 1\nb: \u{0}\n", "SPAI1012 2:4 character U+0000 is not allowed in YAML"),
    ("a: x\u{7F}\n", "SPAI1012 1:5 character U+007F is not allowed in YAML"),
    ("a: \u{80}\n", "SPAI1012 1:4 character U+0080 is not allowed in YAML"),
    ("a: \u{9F}\n", "SPAI1012 1:4 character U+009F is not allowed in YAML"),
    ("# é\na: \u{FFFE}\n", "SPAI1012 2:4 character U+FFFE is not allowed in YAML"),
    ("a: \u{FFFF}\n", "SPAI1012 1:4 character U+FFFF is not allowed in YAML"),
    ("a: \u{FEFF}b\n", "SPAI1012 1:4 a byte order mark is not allowed inside the text"),
    ("\u{FEFF}\u{FEFF}b: 1\n", "SPAI1012 1:1 a byte order mark is not allowed inside the text"),
    ("a: 1\n\u{FEFF}b: 1\n", "SPAI1012 2:1 a byte order mark is not allowed inside the text"),
  ]) func finding(text: String, summary: String) throws {
    #expect(summaries(text) == [summary])
    let finding = try #require(parsed(text).findings.first)
    #expect(finding.severity == .error)
    #expect(finding.help?.hasSuffix(".") == true)
    #expect(finding.primary?.message.isEmpty == false)
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF, 0x0A], "1:4"),
      ([0x61, 0x0A, 0xC3, 0x0A], "2:1"),
      ([0x61, 0xED, 0xA0, 0x80], "1:2"),
      ([0x61, 0xC0, 0xAF], "1:2"),
      ([0xC3, 0xA9, 0xF0, 0x9F, 0x98], "1:2"),
      ([0x80], "1:1"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], "1:2"),
      ([0x61, 0x3A, 0x20, 0xF5, 0x80, 0x80, 0x80], "1:4"),
    ] as [([UInt8], String)]
  ) func bytesThatAreNoText(bytes: [UInt8], place: String) {
    #expect(summaries(bytes) == ["SPAI1002 \(place) 'test.yaml' is not UTF-8 text"])
    #expect(parsed(bytes).findings.first?.primary?.message == "no character is written like this")
    #expect(parsed(bytes).documents.isEmpty)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x3A, 0x00], [0x00, 0x61, 0x00, 0x3A],
    ] as [[UInt8]]
  ) func wideText(bytes: [UInt8]) {
    #expect(summaries(bytes) == ["SPAI1002 1:1 'test.yaml' is not UTF-8 text"])
    #expect(parsed(bytes).findings.first?.primary?.message == "this is UTF-16")
  }

  @Test func aliasBomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    // 9 * 10 + 9 * 91 + 9 * 820 nodes are 8289; the third alias of the next line, of 7381, is one too many.
    #expect(summaries(text) == ["SPAI1005 5:10 aliases expand to more than 10000 nodes"])
  }

  @Test func aliasesOfAllDocumentsCountTogether() {
    var limits = ParsingLimits.standard
    limits.aliasedNodes = 11
    let document = "a: &a [1, 2, 3, 4]\nb: *a\n"
    #expect(summaries(document + "---\n" + document, limits: limits).isEmpty)
    let (documents, findings) = parsed("\(document)---\n\(document)---\n\(document)", limits: limits)
    #expect(documents.count == 2)
    #expect(findings.map(\.code) == [.aliasBomb])
  }

  @Test func depthIsExact() {
    func nested(_ depth: Int, _ content: String) -> String {
      String(repeating: "[", count: depth) + content + String(repeating: "]", count: depth)
    }
    #expect(summaries(nested(100, "x")).isEmpty)
    #expect(summaries(nested(101, "")) == ["SPAI1008 1:101 values are nested more than 100 deep"])
    #expect(
      summaries("&a !!seq " + nested(101, "")) == ["SPAI1008 1:110 values are nested more than 100 deep"]
    )
  }

  /// What an alias stands for is as deep as if it were written there.
  @Test func aliasesCannotNestDeeper() {
    var limits = ParsingLimits.standard
    limits.depth = 4
    #expect(summaries("a: &a [[]]\nb: [*a]\n", limits: limits).isEmpty)
    #expect(
      summaries("a: &a [[]]\nb: [[*a]]\n", limits: limits) == [
        "SPAI1008 2:6 values are nested more than 4 deep"
      ]
    )
    #expect(
      summaries("a: &a [[]]\nb: &b [*a]\nc: {d: *b}\n", limits: limits) == [
        "SPAI1008 3:8 values are nested more than 4 deep"
      ]
    )
    // The scalars beside a deep value are not deep.
    #expect(summaries("a: [&s x, [[]]]\nb: [[[*s]]]\n", limits: limits).isEmpty)
    var chain = "a0: &a0 []\n"
    for level in 1...200 { chain += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(summaries(chain) == ["SPAI1008 100:12 values are nested more than 100 deep"])
  }

  @Test func tooLarge() {
    let bytes = Array(repeating: UInt8(ascii: "["), count: 16 << 20 + 1)
    #expect(summaries(bytes) == ["SPAI1009 1:1 'test.yaml' is larger than 16 MiB"])
  }

  @Test(arguments: [0, 1, 2, 1000]) func findingsAreBounded(more: Int) throws {
    let text = String(repeating: "a: 1\n", count: 101 + more)
    let all = summaries(text)
    #expect(all.count == 100 + min(more, 1))
    #expect(all.first == "SPAI1003 2:1 key 'a' is written twice")
    guard more > 0 else { return }
    let note = more == 1 ? "1 more problem is not shown" : "\(more) more problems are not shown"
    #expect(all.last == "SPAI1013 101:1 \(note)")
    #expect(parsed(text).findings.last?.severity == .note)
    #expect(parsed(text).findings.sortedAndUnique().last?.code == .moreFindings)
    #expect(parsed(text).documents.count == 1)
  }

  /// The reason why the rest is not read is never left out.
  @Test func theEndOfReadingIsAlwaysReported() {
    let text = String(repeating: "a: 1\n", count: 500) + "b: [\n"
    let all = summaries(text)
    #expect(all.count == 102)
    #expect(all[100] == "SPAI1001 502:1 the text is not YAML")
    #expect(all[101] == "SPAI1013 502:1 399 more problems are not shown")
  }

  @Test func aLongNameIsShortened() {
    let key = String(repeating: "ä", count: 5000)
    let finding = parsed("? \(key)\n: 1\n? \(key)\n: 2\n").findings.first
    #expect(finding?.message == "key '\(String(repeating: "ä", count: 80))…' is written twice")
  }

  @Test func aRepeatedKeyPointsToTheFirst() throws {
    let text = "a: 1\nb: 2\na: 3\nc: 4\n"
    let (documents, findings) = parsed(text)
    #expect(documents.map(\.outline) == ["{'a': integer '1', 'b': integer '2', 'c': integer '4'}"])
    #expect(findings.first?.related.map(\.span.start) == [0])
  }

  @Test(arguments: [3, 15, 16, 17, 18, 400]) func repeatedKeysAreFoundInMappingsOfAnySize(count: Int) {
    let keys = (0..<count).map { "k\($0): \($0)\n" }.joined()
    let (documents, findings) = parsed(keys + "k0: x\nk\(count - 1): y\nlast: z\nlast: z\nk0: z\n")
    #expect(
      findings.map(\.message) == [
        "key 'k0' is written twice", "key 'k\(count - 1)' is written twice", "key 'last' is written twice",
        "key 'k0' is written twice",
      ]
    )
    #expect(findings.map { $0.related.first?.span.start == 0 } == [true, false, false, true])
    #expect(documents.first?.mapping?.entries.count == count + 1)
    #expect(documents.first?.mapping?["k0"]?.scalar?.text == "0")
  }

  /// Unicode calls "é" in one and in two code points the same; YAML and Kubernetes do not.
  @Test(arguments: [0, 40]) func equivalentKeysAreDifferent(others: Int) throws {
    let filling = (0..<others).map { "k\($0): 0\n" }.joined()
    let (documents, findings) = parsed(filling + "\u{E9}: 1\ne\u{301}: 2\n\u{212B}: 3\nA\u{30A}: 4\n")
    #expect(findings.isEmpty)
    let mapping = try #require(documents.first?.mapping)
    #expect(mapping.entries.count == others + 4)
    #expect(mapping["\u{E9}"]?.scalar?.text == "1")
    #expect(mapping["e\u{301}"]?.scalar?.text == "2")
    #expect(mapping.entry("A\u{30A}")?.value.scalar?.text == "4")
    #expect(mapping["\u{C5}"] == nil)
  }

  @Test func findingsAboutValuesDoNotEndTheReading() {
    let (documents, findings) = parsed("a: !z 1\n<<: {}\n[c]: [d]\na: 2\ng: 2\n")
    #expect(findings.map(\.code) == [.badTag, .mergeKey, .nonScalarKey, .duplicateKey])
    #expect(documents.map(\.outline) == ["{'a': integer '1', 'g': integer '2'}"])
  }
}
