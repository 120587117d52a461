import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// A span is the value's own text: without anchor, tag, comment, or the space around it.
@Suite struct SpanTests {
  @Test(arguments: [
    ("a: 1\n", ["a: 1", "a", "1"]),
    (
      "ä: [é, 'x', {ü: \"ö\"}] # c\n",
      [
        "ä: [é, 'x', {ü: \"ö\"}]", "ä", "[é, 'x', {ü: \"ö\"}]", "é", "'x'", "{ü: \"ö\"}", "ü", "\"ö\"",
      ]
    ),
    ("\u{FEFF}a:\r\n  - b\r\n\r\n", ["a:\r\n  - b", "a", "- b", "b"]),
    ("a: &x b\n", ["a: &x b", "a", "b"]),
    ("a: !!str b\n", ["a: !!str b", "a", "b"]),
    ("a: &x !!str b\nc: !!str &y d\n", ["a: &x !!str b\nc: !!str &y d", "a", "b", "c", "d"]),
    ("a: !<tag:yaml.org,2002:str> b\n", ["a: !<tag:yaml.org,2002:str> b", "a", "b"]),
    ("a: &x # why\n  # more\n  b: 1\n", ["a: &x # why\n  # more\n  b: 1", "a", "b: 1", "b", "1"]),
    ("a: &x\n- 1\nb: &y [2]\n", ["a: &x\n- 1\nb: &y [2]", "a", "- 1", "1", "b", "[2]", "2"]),
    ("&k a: 1\n", ["&k a: 1", "a", "1"]),
    ("--- &m\n&k a: 1\n", ["&k a: 1", "a", "1"]),
    ("a: &x\nb: 1\n", ["a: &x\nb: 1", "a", "", "b", "1"]),
    ("[!!str , &a , b]\n", ["[!!str , &a , b]", "", "", "b"]),
    (
      "a: &x 1\nb: [*x]\n*x : 2\n",
      [
        "a: &x 1\nb: [*x]\n*x : 2", "a", "1", "b", "[*x]", "1", "*x", "2",
      ]
    ),
    ("a: |\n  x\n  y\n\n\n# c\nb: 2\n", ["a: |\n  x\n  y\n\n\n# c\nb: 2", "a", "|\n  x\n  y", "b", "2"]),
    (
      "a: &x !!str >- # c\n  x\n  y\nb: 2\n",
      [
        "a: &x !!str >- # c\n  x\n  y\nb: 2", "a", ">- # c\n  x\n  y", "b", "2",
      ]
    ),
    (
      "a: |+\r\n  x\r\n\r\n\r\nb: 2\r\n",
      [
        "a: |+\r\n  x\r\n\r\n\r\nb: 2", "a", "|+\r\n  x\r\n\r\n", "b", "2",
      ]
    ),
    ("- |+\n\n\n- b\n", ["- |+\n\n\n- b", "|+\n\n", "b"]),
    ("- |\n\n- b\n", ["- |\n\n- b", "|", "b"]),
    ("a:\n\n# c\nb: 1\n", ["a:\n\n# c\nb: 1", "a", "", "b", "1"]),
    ("? a\n? b\n", ["? a\n? b", "a", "", "b", ""]),
    ("- \n- x\n", ["- \n- x", "", "x"]),
    ("a: b\n   c\nd: 1\n", ["a: b\n   c\nd: 1", "a", "b\n   c", "d", "1"]),
    (
      "a:\n  b: []\n\n  # c\n\nd:\n- {}\n# e\n",
      [
        "a:\n  b: []\n\n  # c\n\nd:\n- {}", "a", "b: []", "b", "[]", "d", "- {}", "{}",
      ]
    ),
  ]) func slices(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let (documents, findings) = parsed(bytes)
    #expect(findings.isEmpty)
    #expect(documents.flatMap(\.spans).map { slice($0, of: bytes) } == expected)
  }

  /// Every scalar's span is a text that is that scalar, however the document is written.
  @Test(arguments: 0..<300) func scalarsReadBackFromTheirSpans(round: UInt64) throws {
    var writer = RandomYAML(seed: seed &+ round)
    let text = writer.document()
    let bytes = Array(text.utf8)
    let replay = Comment(rawValue: "SPAI_SEED=\(seed) round \(round)\n\(text)")
    let (documents, findings) = parsed(bytes)
    #expect(findings.isEmpty, replay)
    let root = try #require(documents.first, replay)
    #expect(root.outline == writer.outline, replay)
    for (scalar, span) in root.scalars {
      let own = slice(span, of: bytes)
      let read = parsed(own + "\n").documents.first?.scalar ?? Scalar("", type: .null)
      #expect(read.text == scalar.text && read.style == scalar.style, replay)
      #expect(read.type == scalar.type || writer.isTagged, replay)
    }
  }

  /// Children are inside their parents, and siblings follow each other.
  @Test(arguments: 0..<100) func spansNest(round: UInt64) throws {
    var writer = RandomYAML(seed: seed &+ round)
    let text = writer.document()
    let root = try #require(parsed(text).documents.first)
    let span = try #require(root.origin.span)
    expectNested(root, inside: span, Comment(rawValue: "SPAI_SEED=\(seed) round \(round)\n\(text)"))
  }

  private func expectNested(_ node: Node, inside parent: Span, _ replay: Comment) {
    guard let own = node.origin.span else {
      Issue.record(replay)
      return
    }
    #expect(parent.start <= own.start && own.end <= parent.end, replay)
    let parts: [(key: Span?, value: Node)] =
      switch node.content {
      case .scalar: []
      case .sequence(let items): items.map { (nil, $0) }
      case .mapping(let mapping): mapping.entries.map { ($0.keySpan, $0.value) }
      }
    var end = own.start
    for part in parts {
      for span in [part.key, part.value.origin.span].compactMap(\.self) {
        #expect(end <= span.start, replay)
        end = span.end
      }
      expectNested(part.value, inside: own, replay)
    }
  }
}
