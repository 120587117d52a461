import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

@Suite struct ParserTests {
  @Test(
    arguments: [
      ("", []), ("# nothing\n", []), ("---\n", []), ("---\n...\n---\n", []),
      ("a", ["string 'a'"]), ("--- \"\"\n", ["string ''"]), ("--- ~\n", ["null"]),
      ("a:\r\n  - b\r\n  - 'c\r\n\r\n    d'\r\n", ["{'a': [string 'b', string 'c<a>d']}"]),
      ("\u{FEFF}a: 1\n", ["{'a': integer '1'}"]),
      ("a:\tb\n", ["{'a': string 'b'}"]), ("a: b\tc # d\n", ["{'a': string 'b<9>c'}"]),
      ("a: &x !!str 5\nb: *x\n", ["{'a': string '5', 'b': string '5'}"]),
      ("a: ! 5\nb: !!int \"5\"\nc: !!float 5\n", ["{'a': string '5', 'b': integer '5', 'c': integer '5'}"]),
      ("%YAML 1.2\n%TAG !e! tag:yaml.org,2002:\n--- !e!str 5\n", ["string '5'"]),
      ("a: &x 1\nb: &x 2\nc: *x\n", ["{'a': integer '1', 'b': integer '2', 'c': integer '2'}"]),
      ("a: |\n  x\n\n   y\nb: >-\n  x\n  y\n", ["{'a': string 'x<a><a> y<a>', 'b': string 'x y'}"]),
      ("a: \"\\u00e9\\x41\\U0001F98A\\n\"\n", ["{'a': string '<e9>A<1f98a><a>'}"]),
      ("? \n: 1\n", ["{'': integer '1'}"]),
      ("a: 1\n---\nb: 2\n...\n--- c\n", ["{'a': integer '1'}", "{'b': integer '2'}", "string 'c'"]),
    ] as [(String, [String])]
  ) func documents(text: String, outlines: [String]) {
    let (documents, findings) = parsed(text)
    #expect(findings.isEmpty)
    #expect(documents.map(\.outline) == outlines)
  }

  @Test func documentsBeforeAnErrorAreKept() {
    let (documents, findings) = parsed("a: 1\n---\n# nothing\n---\nb: [\n---\nc: 1\n")
    #expect(documents.map(\.outline) == ["{'a': integer '1'}"])
    #expect(findings.map(\.code) == [.syntaxError])
  }

  /// A nested anchor of the same name is another one.
  @Test func aNameMayBeUsedAgain() {
    let (documents, findings) = parsed("a: &x [&x b, *x]\nc: *x\n")
    #expect(findings.isEmpty)
    let list = "[string 'b', string 'b']"
    #expect(documents.map(\.outline) == ["{'a': \(list), 'c': \(list)}"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[[", "&a [", "!!seq ["]) func deepNesting(opening: String) {
    let (documents, findings) = parsed(String(repeating: opening, count: 10_000))
    #expect(findings.map(\.code) == [.tooDeep])
    #expect(documents.isEmpty)
  }

  @Test func deepBlocks() {
    let text = (0..<10_000).map { String(repeating: " ", count: $0 % 400) + "a:\n" }.joined()
    #expect(parsed(text).findings.map(\.code) == [.tooDeep])
  }

  @Test func hugeScalars() {
    let long = String(repeating: "x", count: 2 << 20)
    for text in ["a: \(long)\n", "a: '\(long)'\n", "a: |-\n  \(long)\n"] {
      let (documents, findings) = parsed(text)
      #expect(findings.isEmpty)
      #expect(documents.first?.mapping?["a"]?.scalar?.text == long)
    }
    #expect(summaries("\(long): 1\n").count == 1)
  }

  private static let rich = """
    \u{FEFF}%YAML 1.2
    %TAG !e! tag:yaml.org,2002:
    --- # first
    naïve: &a "dq \\u00e9 \\
      日本語"
    list:
    - 'it''s'
    - {k: [1, 0x1F, ~], *a : !e!str 5, ? [x] : y}
    - |2-
        literal 🦊
    - >+
      folded

    ? explicit key
    : *a
    nothing:
    tagged: !!int many
    twice: 1
    twice: 2
    ...
    --- !!str last

    """

  /// A file that was cut anywhere is read or refused, and every place is inside it.
  @Test(arguments: ["\n", "\r\n"]) func truncation(newline: String) {
    let lines = Self.rich.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let bytes = Array(lines.joined(separator: newline.utf8))
    #expect(parsed(bytes).findings.map(\.code) == [.nonScalarKey, .badTag, .duplicateKey])
    for count in 0...bytes.count { expectPlacesInside(Array(bytes[..<count])) }
  }

  @Test func anyOneByteMayBeWrong() {
    let bytes = Array(Self.rich.utf8)
    for offset in bytes.indices {
      for byte in [0x00, 0x09, 0x0A, 0x22, 0x26, 0x3A, 0x5B, 0x7D, 0xC3, 0xFF] as [UInt8] {
        var changed = bytes
        changed[offset] = byte
        expectPlacesInside(changed)
      }
    }
  }

  @Test func anySoupOfSignsIsReadOrRefused() {
    let soup = Array("ab:- \n\t[]{},&*!|>'\"#?%@.0é\r\\x~<".utf8)
    var random = SplitMix64(seed: seed)
    for _ in 0..<5000 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in soup[Int.random(in: soup.indices, using: &random)] }
      expectPlacesInside(bytes)
      let (documents, findings) = parsed(bytes)
      for document in documents where findings.isEmpty {
        let printed = printYAML(document).bytes
        #expect(readBackDifference(printed, document) == nil, "SPAI_SEED=\(seed) \(bytes)")
      }
    }
  }

  private func expectPlacesInside(_ bytes: [UInt8]) {
    let (documents, findings) = parsed(bytes)
    let labels = findings.flatMap { ($0.primary.map { [$0] } ?? []) + $0.related }
    for span in labels.map(\.span) + documents.flatMap(\.spans)
    where span.start > span.end || Int(span.end) > bytes.count {
      Issue.record("\(span) is outside of \(bytes.count) bytes; SPAI_SEED=\(seed) \(bytes)")
    }
  }
}
