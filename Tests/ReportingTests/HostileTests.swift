import Diagnostics
import FoundationEssentials
import Reporting
import TestSupport
import Testing

/// Names that want to break out of a format stay names in every format.
@Suite struct HostileTests {
  /// A report with hostile words wherever a user's words can be.
  private static func report(_ hostile: [String]) -> Report {
    let source = hostile.joined(separator: "\n")
    var random = SplitMix64(seed: seed)
    func word() -> String { hostile.randomElement(using: &random) ?? "" }
    var sample = Sample(source, path: word())
    sample.add(word(), source)
    let findings = (0..<6).map { index in
      Diagnostic(
        .sample,
        Severity.allCases[index % 3],
        "finding \(index) \(word())",
        at: index == 0 ? nil : Label(sample.span(0, source.utf8.count, in: index % 2), word()),
        related: [Label(sample.span(source.utf8.count, 0), word())],
        help: word(),
        generated: index % 2 == 0 ? GeneratedLine(path: word(), line: index + 1) : nil
      )
    }
    let outcomes: [CheckedCase.Outcome] = [
      .passed, .failed(Array(findings[3...])), .failed([]), .skipped(reason: word()), .error(reason: word()),
    ]
    let group = CheckedGroup(
      name: word(),
      cases: outcomes.map { outcome in
        let properties = [CheckedCase.Property(word(), word())]
        return CheckedCase(name: word(), className: word(), outcome: outcome, properties: properties)
      }
    )
    let unit = UnitResult(unit: word(), tenant: word(), environment: word(), status: .failed)
    let waived = Diagnostic(.sample, .warning, "waived \(word())", at: Label(sample.span(0, 1), word()))
    return Report(
      tool: FormatSample.tool,
      diagnostics: findings,
      sources: sample.sources,
      units: [unit],
      checked: [group, CheckedGroup(name: word(), cases: [])],
      assessment: AssessmentSample.assessment(passes: .all, failed: findings[3], waived: waived, word: word),
      rules: [
        RuleDescription(
          code: .sample,
          severity: .error,
          summary: word(),
          rationale: word(),
          remediation: word()
        )
      ],
      started: "2026-11-21T07:26:59Z"
    )
  }

  private static let fragments = [
    "<script>alert(1)</script>", "]]>", "<![CDATA[", "&", "&amp;", "&#x0;", "\u{0}", "\u{1}", "\u{8}",
    "\u{1B}[31m",
    "\u{7F}", "\u{85}", "\u{9B}", "\n", "\r", "\r\n", "\t", "%", "%0A", "::error::", "\u{202E}", "\u{2066}",
    "\u{200F}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "<\u{301}", "%\u{301}", "\"",
    "'",
    "-->", "<!--", "</pre>", "</details>", "</td></tr>", "```", "|", "| a |", "\\", "[a](b)", "@team", "$x$",
    "{0}", "../", "/", ":", ",", "", " ", "é", "😀", "\u{10FFFF}",
  ]

  /// Two conditions of the gate, and nine results of rules.
  private let casesOfAssessment = 11

  private static let long = String(repeating: "x<", count: 50_000)

  private static let reports: [Report] = {
    var random = SplitMix64(seed: seed)
    let mixtures = (0..<40).map { _ in
      (0..<8).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          fragments.randomElement(using: &random) ?? ""
        }.joined()
      }
    }
    return (fragments.map { [$0] } + mixtures + [[long], ["a", long]]).map(report)
  }()

  @Test(arguments: reports.indices)
  func `JUnit stays valid and complete`(index: Int) throws {
    let report = Self.reports[index]
    let strict = try #require(XMLDocument(ReportFormat.jUnit.write(report)), "seed \(seed)")
    for schema in ["junit-10", "junit-4", "windyroad"] {
      #expect(strict.isValid(against: schema), "\(schema), seed \(seed)")
    }
    let rich = try #require(XMLDocument(ReportFormat.jUnitCI.write(report)), "seed \(seed)")
    #expect(rich.isValid(against: "junit-ci"), "seed \(seed)")
    let told =
      report.checked.reduce(0) { $0 + $1.cases.count } + report.diagnostics.count - 3
      + casesOfAssessment
    for document in [strict, rich] {
      #expect(document.elements.count { $0.name == "testcase" } == told, "seed \(seed)")
    }
  }

  @Test(arguments: reports.indices)
  func `HTML holds our elements only`(index: Int) throws {
    let bytes = ReportFormat.html.write(Self.reports[index])
    let document = try #require(XMLDocument(bytes), "seed \(seed)")
    let known: Set = [
      "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2", "h3", "p",
      "table",
      "thead", "tbody", "tr", "th", "td", "details", "summary", "article", "span", "mark", "script",
    ]
    let attributes: Set = [
      "lang", "charset", "name", "content", "http-equiv", "class", "id", "scope", "data-entry",
      "data-framework", "data-tenant",
    ]
    #expect(Set(document.elements.map(\.name)).isSubset(of: known), "seed \(seed)")
    #expect(document.elements.count { $0.name == "script" } == 1, "seed \(seed)")
    #expect(
      Set(document.elements.flatMap { $0.attributes.map(\.name) }).isSubset(of: attributes),
      "seed \(seed)"
    )
  }

  @Test(arguments: reports.indices)
  func `nothing commands, reorders or hides`(index: Int) {
    let report = Self.reports[index]
    for format in [
      ReportFormat.jUnit, .jUnitCI, .html, .markdown, .gitHub, .oscalResults, .oscalComponents, .openReports,
    ] {
      let scalars = String(decoding: format.write(report), as: UTF8.self).unicodeScalars
      let bad = scalars.first {
        switch $0.properties.generalCategory {
        case .control: $0 != "\n"
        case .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      }
      #expect(bad == nil, "\(format.name), seed \(seed)")
    }
  }

  @Test(arguments: reports.indices)
  func `JSON formats come back`(index: Int) throws {
    let report = Self.reports[index]
    let run = try #require(try SARIF(report).runs.first, "seed \(seed)")
    #expect(run.results.count == report.diagnostics.count + 1)
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/%:".unicodeScalars)
    for entry in run.artifacts {
      #expect(Set(entry.location.uri.unicodeScalars).isSubset(of: allowed), "seed \(seed)")
    }
    struct Issue: Decodable {
      struct Location: Decodable {
        struct Lines: Decodable {
          let begin: Int
        }
        let path: String
        let lines: Lines
      }
      let description: String
      let fingerprint: String
      let severity: String
      let location: Location
    }
    let bytes = Data(ReportFormat.gitLab.write(report))
    let issues = try JSONDecoder().decode([Issue].self, from: bytes)
    #expect(Set(issues.map(\.fingerprint)).count == report.diagnostics.count, "seed \(seed)")
    #expect(issues.allSatisfy { $0.location.lines.begin >= 1 })
  }

  @Test(arguments: reports.indices)
  func `GitHub gets one command a finding`(index: Int) {
    let report = Self.reports[index]
    let lines = String(decoding: ReportFormat.gitHub.write(report), as: UTF8.self).utf8.split(separator: 10)
    #expect(lines.count == report.diagnostics.count, "seed \(seed)")
    for line in lines {
      let text = Array(line)
      let starts = ["::error ", "::warning ", "::notice "].map { Array($0.utf8) }
      #expect(starts.contains { text.starts(with: $0) }, "seed \(seed)")
      // Each percent sign is one of ours.
      for index in text.indices where text[index] == UInt8(ascii: "%") {
        let code = String(decoding: text[(index + 1)...].prefix(2), as: UTF8.self)
        #expect(["25", "0A", "3A", "2C"].contains(code), "seed \(seed)")
      }
    }
  }

  @Test(arguments: reports.indices)
  func `Markdown holds our tags only`(index: Int) {
    let bytes = ReportFormat.markdown.write(Self.reports[index])
    #expect(bytes.count <= 60_000)
    let tags = ["details", "summary", "pre", "code", "span"].flatMap { ["<\($0)>", "</\($0)>"] }.map {
      Array($0.utf8)
    }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
      #expect(tags.contains { bytes[index...].starts(with: $0) }, "seed \(seed)")
    }
    let columns = String(decoding: bytes, as: UTF8.self).utf8.split(separator: 10)
      .filter { $0.first == UInt8(ascii: "|") }
      .map { row in
        var isEscaped = false
        return row.count { byte in
          defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
          return byte == UInt8(ascii: "|") && !isEscaped
        }
      }
    #expect(columns == [7, 7, 7, 6, 6, 6, 6] || columns == [7, 7, 7, 6, 6, 6], "seed \(seed)")
  }

  @Test func `a megabyte is cut wherever it stands`() {
    let megabyte = String(repeating: "x<", count: 500_000)
    var count = 0
    let assessment = AssessmentSample.assessment {
      count += 1
      return count % 7 == 0 ? megabyte : ""
    }
    #expect(count > 70)
    let report = AssessmentSample.report(assessment)
    // JSON is for programs, which get what was written.
    for format in ReportFormat.all where format.name != "json" {
      #expect(format.write(report).count < 2_000_000, "\(format.name)")
    }
  }
}
