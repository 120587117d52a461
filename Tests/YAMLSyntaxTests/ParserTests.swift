import Diagnostics
import Testing
import YAMLSyntax

/// The findings of a text, as `code line:column`.
private func problems(_ text: String, limits: ParsingLimits = .standard) -> [String] {
  problems(Array(text.utf8), limits: limits)
}

private func problems(_ bytes: [UInt8], limits: ParsingLimits = .standard) -> [String] {
  let (_, findings) = parsed(bytes, limits: limits)
  let table = LineTable(bytes)
  return findings.map { finding in
    let position = table.position(of: finding.primary?.span.start ?? 0)
    return "\(finding.code.name) \(position.line):\(position.column)"
  }
}

private func parsed(_ bytes: [UInt8], limits: ParsingLimits = .standard) -> ([Node], [Diagnostic]) {
  var sources = SourceMap()
  let id = sources.add(path: "test.yaml", owner: .tenant, bytes: bytes)
  var findings = Findings()
  let nodes = parseYAML(sources[id], limits: limits, reporting: &findings)
  return (nodes, findings.all)
}

@Suite struct ParserTests {
  @Test(arguments: [
    ("a: 1\na: 2\n", ["duplicate-key 2:1"]),
    ("a: {b: 1, b: 2, c: 1, c: 3}\n", ["duplicate-key 1:11", "duplicate-key 1:23"]),
    ("x: &a {k: 1}\ny:\n  <<: *a\n", ["merge-key 3:3"]),
    ("a: *nobody\n", ["unknown-anchor 1:4"]),
    ("a: &x\n  b: *x\n", ["recursive-alias 2:6"]),
    ("a: !!binary aGk=\n", ["bad-tag 1:4"]),
    ("a: !!int many\n", ["bad-tag 1:4"]),
    ("? [1, 2]\n: 3\n", ["non-scalar-key 1:3"]),
    ("a: \"never ends\n", ["syntax-error 2:1"]),
    ("a:\n\t- b\n", ["syntax-error 2:1"]),
    ("ä: 1\nä: 2\n", ["duplicate-key 2:1"]),
  ]) func badText(text: String, expected: [String]) {
    #expect(problems(text) == expected)
  }

  @Test func bytesThatAreNoText() {
    #expect(problems([0x61, 0x3A, 0x20, 0xFF]) == ["not-utf8 1:4"])
    #expect(problems([0x61, 0x3A, 0x20, 0x00]) == ["not-utf8 1:4"])
    #expect(problems([0xFF, 0xFE, 0x61, 0x00]) == ["not-utf8 1:1"])
  }

  @Test func aliasBomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
        + "]\n"
    }
    #expect(problems(text).count == 1)
    #expect(problems(text).first?.hasPrefix("alias-bomb") == true)
  }

  @Test(arguments: ["[", "{a: ", "- "]) func deepNesting(opening: String) {
    let text = String(repeating: opening, count: 10_000)
    #expect(problems(text).first?.hasPrefix("too-deep") == true)
  }

  @Test func tooLarge() {
    var limits = ParsingLimits.standard
    limits.size = 8
    #expect(problems("a: 12345678\n", limits: limits) == ["too-large 1:1"])
  }

  @Test func documentsBeforeAnErrorAreKept() {
    let (nodes, findings) = parsed(Array("a: 1\n---\n# nothing\n---\nb: [\n".utf8))
    #expect(nodes.count == 1)
    #expect(findings.map(\.code.name) == ["syntax-error"])
  }

  @Test(arguments: [
    "a: 1\n", "ä: [é, 'x', {ü: \"ö\"}]\n", "\u{FEFF}a:\r\n  - b\r\n", "a: |\n  x\n  y\nb: 2\n",
  ])
  func spansAreTheWords(text: String) throws {
    let bytes = Array(text.utf8)
    let (nodes, findings) = parsed(bytes)
    #expect(findings.isEmpty)
    expectSpans(try #require(nodes.first), bytes)
  }

  /// Every plain scalar's span is its text, and every key's.
  private func expectSpans(_ node: Node, _ bytes: [UInt8]) {
    func slice(_ span: Span?) -> String {
      span.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) } ?? ""
    }
    switch node.content {
    case .scalar(let scalar):
      if scalar.style == .plain { #expect(slice(node.origin.span) == scalar.text) }
    case .sequence(let nodes):
      for node in nodes { expectSpans(node, bytes) }
    case .mapping(let mapping):
      for entry in mapping.entries {
        #expect(slice(entry.keySpan) == entry.key)
        expectSpans(entry.value, bytes)
      }
    }
  }

  /// A file that was cut anywhere is read or refused, and every finding is inside it.
  @Test func truncation() {
    let bytes = Array("ä: &x [1, \"é\\n\", {b: |\n    text\n}]\nc: *x\n---\n- !!str 5\n".utf8)
    for count in 0...bytes.count {
      let (_, findings) = parsed(Array(bytes[..<count]))
      for span in findings.compactMap(\.primary?.span) {
        #expect(span.start <= span.end && Int(span.end) <= count)
      }
    }
  }
}
