import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// `name`, `image` and `ports` come first, in that order, wherever they stand.
private let order: KeyOrder = .fields {
  [("name", order), ("image", order), ("ports", .each(order)), ("k3", order), ("k1", order)]
}

private func formatted(_ bytes: [UInt8]) -> (text: String?, findings: [String]) {
  var sources = SourceMap()
  let id = sources.add(path: "test.yaml", owner: .tenant, bytes: bytes)
  var findings = Findings()
  let text = formatYAML(sources[id], order: { _ in order }, reporting: &findings)
  return (
    text.map { String(decoding: $0, as: UTF8.self) },
    findings.all.map { "\($0.code.id) \($0.primary?.message ?? "")" }
  )
}

private func formatted(_ text: String) -> String? {
  formatted(Array(text.utf8)).text
}

@Suite struct FormatTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let before: String
    let after: String

    init(_ name: String, _ before: String, _ after: String) {
      testDescription = name
      self.before = before
      self.after = after
    }
  }

  static let examples = [
    Example("order", "image: b\nrest: c\nname: a\n", "name: a\nimage: b\nrest: c\n"),
    Example("unknown keys stay in their order", "z: 1\ny: 2\nname: a\nx: 3\n", "name: a\nz: 1\ny: 2\nx: 3\n"),
    Example(
      "indentation",
      "name:\n        image:\n           - 1\n           - 2\n",
      "name:\n  image:\n    - 1\n    - 2\n"
    ),
    Example(
      "a list at the column of its key",
      "ports:\n- image: b\n  name: a\n-   name: c\nname: d\n",
      "name: d\nports:\n  - name: a\n    image: b\n  - name: c\n"
    ),
    Example(
      "a dash alone",
      "ports:\n  -\n    image: b\n  - - 1\n    - 2\n",
      "ports:\n  - image: b\n  - - 1\n    - 2\n"
    ),
    Example("spaces", "name  :   a    # why\nimage:\t'b'\t\n", "name: a # why\nimage: 'b'\n"),
    Example("empty lines", "\n\nname: a\n\n\n\nimage: b\n\n\n", "name: a\n\nimage: b\n"),
    Example("an empty file", "", ""),
    Example("comments only", "# nothing\n\n\n# yet", "# nothing\n\n# yet\n"),
    Example("no final line end", "name: a", "name: a\n"),
    Example(
      "CRLF and a byte order mark",
      "\u{FEFF}image: b\r\nname: |\r\n    x\r\n",
      "name: |\n  x\nimage: b\n"
    ),
    Example(
      "a comment moves with the key below it",
      "image: b\n# about a\n\n# more\nname: a\n",
      "# about a\n\n# more\nname: a\nimage: b\n"
    ),
    Example(
      "the first comment is the file's",
      "# the file\nimage: b\nname: a # a\n",
      "# the file\nname: a # a\nimage: b\n"
    ),
    Example(
      "a comment below a block is the block's",
      "image:\n    x: 1\n    # y: 2\n\n# about a\nname: a\n# end\n",
      "# about a\nname: a\nimage:\n  x: 1\n  # y: 2\n# end\n"
    ),
    Example("a comment in an empty block", "image:\n  # x: 1\nname: a\n", "name: a\nimage:\n  # x: 1\n"),
    Example(
      "a comment behind a key",
      "image: # b\n  # x\n  x: 1\nname: a\n",
      "name: a\nimage: # b\n  # x\n  x: 1\n"
    ),
    Example(
      "comments in a list",
      "ports:\n# one\n- 1\n  # of one\n# two\n- 2\n# rest\nrest: 3\n",
      "ports:\n  # one\n  - 1\n    # of one\n  # two\n  - 2\n# rest\nrest: 3\n"
    ),
    Example(
      "a comment above the first key of an item",
      "ports:\n  - image: b\n    # why\n    name: a\n",
      "ports:\n  # why\n  - name: a\n    image: b\n"
    ),
    Example(
      "flow style stays",
      "image: {b:   1,a: 2}\nname: [ x,y ]\n",
      "name: [ x,y ]\nimage: {b:   1,a: 2}\n"
    ),
    Example(
      "flow over several lines",
      "image:\n    x: {a: 1, # one\n        b: 2,\n\n      c: [3]} # end\nname: a\n",
      "name: a\nimage:\n  x: {a: 1, # one\n      b: 2,\n\n    c: [3]} # end\n"
    ),
    Example(
      "texts",
      "image: |- # why\n     x\n\n       y  \n     # no comment\nname: >\n  a\n  b\n\n",
      "name: >\n  a\n  b\nimage: |- # why\n  x\n\n    y  \n  # no comment\n"
    ),
    Example(
      "a text that says its indentation",
      "rest:\n    x: |2\n       one\n      two\n",
      "rest:\n  x: |2\n     one\n    two\n"
    ),
    Example(
      "quotes over lines",
      "image: \"a\n  b\n\n      c\"\nname: 'd\n e'\nx: f\n   g\n",
      "name: 'd\n  e'\nimage: \"a\n  b\n\n      c\"\nx: f\n   g\n"
    ),
    Example(
      "a value below its key",
      "image:\n    # why\n    'b' # c\nname: a\n",
      "name: a\nimage:\n  # why\n  'b' # c\n"
    ),
    Example("quoted keys", "'image' : b\n\"name\": a\n", "\"name\": a\n'image': b\n"),
    Example(
      "anchors and tags",
      "image: !!str 1\nname: &x\n    k: !!map\n        l: &y 1\n",
      "name: &x\n  k: !!map\n    l: &y 1\nimage: !!str 1\n"
    ),
    Example(
      "aliases keep the order",
      "image: &x 1\nname: *x # same\nrest:\n    - *x\n",
      "image: &x 1\nname: *x # same\nrest:\n  - *x\n"
    ),
    Example(
      "documents",
      "# one\nimage: b\nname: a\n# end\n---   # two\n\n\nimage: d\nname: c\n...\n---\n# empty\n---\nx\n",
      "# one\nname: a\nimage: b\n# end\n--- # two\n\nname: c\nimage: d\n...\n---\n# empty\n---\nx\n"
    ),
    Example("an indented document", "  image: b\n  name: a\n", "name: a\nimage: b\n"),
    Example("a list as document", "- image: b\n  name: a\n-   c\n", "- name: a\n  image: b\n- c\n"),
    Example(
      "no values",
      "image:\nname:   # none\nports:\n  -\n  - ~\n",
      "name: # none\nimage:\nports:\n  -\n  - ~\n"
    ),
    Example("other letters", "image: \"ü\" # größe\nname: 🦊\n", "name: 🦊\nimage: \"ü\" # größe\n"),
  ]

  @Test(arguments: examples) func itIsWrittenCanonically(_ example: Example) {
    #expect(formatted(example.before) == example.after)
    #expect(formatted(example.after) == example.after)
  }

  @Test(arguments: [
    ("name: [", "SPAI1001"), ("name: a\nname: b\n", "SPAI1003"), ("name:\n\timage: a\n", "SPAI1001"),
    ("a: *x\n", "SPAI1007"),
    ("? name\n: a\n", "SPAI1014"), ("--- {name: a}\n", "SPAI1014"), ("%YAML 1.2\n---\nname: a\n", "SPAI1014"),
    ("&x name: a\n", "SPAI1014"), ("name: &x\n  !!str\n  a\n", "SPAI1014"),
    ("name: a\rimage: b\n", "SPAI1014"),
    ("name: 'a\u{2028}b'\n", "SPAI1014"), ("name: a # b\u{85}image: c\n", "SPAI1014"),
    ("a:\n- ? x\n  : y\n", "SPAI1014"),
    // The line end that a file must have would become part of the text.
    ("name: |\n  a", "SPAI1014"),
    // An empty line would become part of the text above it.
    ("name: a\n\nrest: b\nimage: |+\n  c\n", "SPAI1014"),
  ])
  func itIsReportedAndNotWritten(_ text: String, _ code: String) {
    let (result, findings) = formatted(Array(text.utf8))
    #expect(result == nil)
    #expect(findings.first?.hasPrefix(code) == true, "\(findings)")
  }

  @Test func aRandomTextKeepsItsMeaningAndItsComments() throws {
    var random = SplitMix64(seed: seed)
    var count = 0
    for _ in 0..<500 {
      let number = random.next()
      var writer = RandomYAML(seed: number, hasPlainKeys: true)
      let text = writer.document()
      let (result, findings) = formatted(Array(text.utf8))
      guard let result else {
        #expect(findings.allSatisfy { $0.hasPrefix("SPAI1014 ") }, "seed \(number): \(findings)")
        continue
      }
      count += 1
      func sorted(_ text: String) -> [Character] { parsed(text).documents.map(\.outline).joined().sorted() }
      func marks(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "#") } }
      #expect(sorted(result) == sorted(text), "seed \(number)")
      #expect(marks(result) == marks(text), "seed \(number)")
      #expect(formatted(result) == result, "seed \(number)")
    }
    #expect(count > 300, "seed \(seed)")
  }

  /// Whatever bytes there are, nothing traps, and what comes out says the same.
  @Test func aBrokenTextIsLeftAlone() {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let number = random.next()
      var writer = RandomYAML(seed: number)
      var bytes = Array(writer.document().utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] = "\n \t#:-&*!|>{}[]'\"?%x\r".utf8.randomElement(using: &random) ?? 0
      }
      guard let result = formatted(bytes).text else { continue }
      #expect(formatted(result) == result, "seed \(number)")
    }
  }
}
