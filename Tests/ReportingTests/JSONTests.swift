import Diagnostics
// The decoder is the judge of our writer: one that we did not write.
import FoundationEssentials
import Reporting
import Testing

@Suite struct JSONTests {
  private static let tool = Tool(name: "spai-gen", version: "1.2.3")

  /// A report with everything that the schema knows.
  private static let full: Report = {
    var sample = Sample("name: api\nreplica: 3\n", path: "tenants/acme.yaml")
    sample.add("templates/tiers.yaml", "max: 2\n")
    return Report(
      tool: tool,
      diagnostics: [
        Diagnostic(
          Code("SPAI1102", "unknown-key"),
          .error,
          "unknown key 'replica'",
          at: Label(sample.span(of: "replica"), "not a key of a service"),
          related: [Label(sample.span(of: "max: 2", in: 1), "the limit is here"), Label(sample.span(0, 12))],
          help: "Did you mean 'replicas'?",
          generated: GeneratedLine(path: "out/production/acme/a.yaml", line: 9)
        ),
        Diagnostic(Code("SPAI0001", "unreadable"), .warning, "cannot read 'x'", at: nil),
      ],
      sources: sample.sources,
      units: [
        UnitResult(
          unit: "production/acme",
          tenant: "acme",
          environment: "production",
          status: .written,
          created: 1,
          changed: 2,
          unchanged: 3,
          removed: 4
        ),
        UnitResult(
          unit: "production/_cluster",
          tenant: nil,
          environment: "production",
          status: .unchanged,
          unchanged: 5
        ),
      ]
    )
  }()

  @Test func `writes the whole schema`() {
    #expect(
      String(decoding: ReportFormat.json.write(Self.full), as: UTF8.self) == """
        {
          "tool": {
            "name": "spai-gen",
            "version": "1.2.3"
          },
          "summary": {
            "errors": 1,
            "warnings": 1,
            "notes": 0,
            "units": 2,
            "created": 1,
            "changed": 2,
            "unchanged": 8,
            "removed": 4
          },
          "diagnostics": [
            {
              "code": "SPAI0001",
              "name": "unreadable",
              "severity": "warning",
              "message": "cannot read 'x'",
              "location": null,
              "related": [],
              "help": null,
              "generated": null
            },
            {
              "code": "SPAI1102",
              "name": "unknown-key",
              "severity": "error",
              "message": "unknown key 'replica'",
              "location": {
                "path": "tenants/acme.yaml",
                "line": 2,
                "column": 1,
                "endLine": 2,
                "endColumn": 8,
                "why": "not a key of a service"
              },
              "related": [
                {
                  "path": "templates/tiers.yaml",
                  "line": 1,
                  "column": 1,
                  "endLine": 1,
                  "endColumn": 7,
                  "why": "the limit is here"
                },
                {
                  "path": "tenants/acme.yaml",
                  "line": 1,
                  "column": 1,
                  "endLine": 2,
                  "endColumn": 3,
                  "why": null
                }
              ],
              "help": "Did you mean 'replicas'?",
              "generated": {
                "path": "out/production/acme/a.yaml",
                "line": 9
              }
            }
          ],
          "units": [
            {
              "unit": "production/_cluster",
              "tenant": null,
              "environment": "production",
              "status": "unchanged",
              "created": 0,
              "changed": 0,
              "unchanged": 5,
              "removed": 0
            },
            {
              "unit": "production/acme",
              "tenant": "acme",
              "environment": "production",
              "status": "written",
              "created": 1,
              "changed": 2,
              "unchanged": 3,
              "removed": 4
            }
          ],
          "checked": [],
          "assessment": null
        }

        """
    )
  }

  @Test func `writes an empty report`() {
    let report = Report(tool: Self.tool, diagnostics: [], sources: SourceMap(), units: [])
    let text = String(decoding: ReportFormat.json.write(report), as: UTF8.self)
    #expect(
      text.hasSuffix(
        "  \"diagnostics\": [],\n  \"units\": [],\n  \"checked\": [],\n  \"assessment\": null\n}\n"
      )
    )
    #expect(text.contains("\"errors\": 0,"))
  }

  @Test(arguments: [
    ("", #""""#),
    (#"say "no""#, #""say \"no\"""#),
    (#"a\b"#, #""a\\b""#),
    ("a/b", #""a/b""#),
    ("\n\r\t", #""\n\r\t""#),
    ("\r\n", #""\r\n""#),
    ("\u{0}\u{8}\u{1B}\u{7F}\u{9B}", #""\u0000\u0008\u001b\u007f\u009b""#),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("é€😀", "\"é€😀\""),
    ("<script>", "\"<script>\""),
  ])
  func `escapes what must not stand in a text`(text: String, written: String) {
    var writer = JSONWriter()
    writer.string(text)
    #expect(writer.finished() == Array((written + "\n").utf8))
  }

  @Test func `every scalar below U+3000 comes back from a decoder`() throws {
    let texts = (0..<0x3000).compactMap(Unicode.Scalar.init).map { "a\($0)b" }
    var writer = JSONWriter()
    writer.array(texts) { $0.string($1) }
    let decoded = try JSONDecoder().decode([String].self, from: Data(writer.finished()))
    #expect(decoded.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
  }

  @Test func `nested values keep their commas apart`() throws {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("empty") { $0.object { _ in } }
      writer.member("lists") { writer in
        writer.array([[1, 2], [], [-3]]) { writer, list in
          writer.array(list) { $0.integer($1) }
        }
      }
      writer.member("last", 4)
    }
    let bytes = writer.finished()
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {
          "empty": {},
          "lists": [
            [
              1,
              2
            ],
            [],
            [
              -3
            ]
          ],
          "last": 4
        }

        """
    )
    struct Nested: Decodable {
      let empty: [String: Int]
      let lists: [[Int]]
      let last: Int
    }
    let decoded = try JSONDecoder().decode(Nested.self, from: Data(bytes))
    #expect(decoded.empty.isEmpty && decoded.lists == [[1, 2], [], [-3]] && decoded.last == 4)
  }

  @Test func `comes back with the words of the users`() throws {
    struct Decoded: Decodable {
      struct Finding: Decodable {
        let message: String
      }
      let diagnostics: [Finding]
    }
    let message = "unknown \"key\" '\u{1B}[31m\u{2028}\\'"
    let report = Report(
      tool: Self.tool,
      diagnostics: [Diagnostic(.sample, .error, message, at: nil)],
      sources: SourceMap(),
      units: []
    )
    let decoded = try JSONDecoder().decode(Decoded.self, from: Data(ReportFormat.json.write(report)))
    #expect(decoded.diagnostics.map(\.message) == [message])
  }

  @Test func `is the same for any order of arrival`() {
    let report = Self.full
    let reversed = Report(
      tool: report.tool,
      diagnostics: report.diagnostics.reversed() + report.diagnostics,
      sources: report.sources,
      units: report.units.reversed()
    )
    #expect(ReportFormat.json.write(reversed) == ReportFormat.json.write(report))
  }
}
