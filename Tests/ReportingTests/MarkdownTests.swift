import Diagnostics
import Reporting
import Testing

@Suite struct MarkdownTests {
  /// A report with as many units, groups and findings.
  private func page(units: Int = 0, groups: Int = 0, findings: Int = 0, words: String = "") -> String {
    let report = Report(
      tool: FormatSample.tool,
      diagnostics: (0..<findings).map { Diagnostic(.sample, .warning, "finding \($0) \(words)", at: nil) },
      sources: SourceMap(),
      units: (0..<units).map { index in
        UnitResult(
          unit: "production/tenant-\(index)",
          tenant: nil,
          environment: "production",
          status: index == units - 1 ? .failed : .unchanged
        )
      },
      checked: (0..<groups).map { CheckedGroup(name: "group-\($0)", cases: []) }
    )
    return String(decoding: ReportFormat.markdown.write(report), as: UTF8.self)
  }

  @Test func `says what was cut and stays below the limit`() {
    let page = page(units: 3000, groups: 3000, findings: 3000, words: String(repeating: "&", count: 2000))
    #expect(page.utf8.count <= 60_000)
    #expect(page.utf8.count > 50_000)
    for what in ["units", "groups", "findings"] {
      #expect(page.contains(" \(what), because a comment is limited to 60,000 characters._"))
    }
    #expect(page.contains("| production/tenant-2999 | failed |"))
  }

  @Test func `counts what it left out`() throws {
    let page = page(findings: 3000)
    let shown = page.split(separator: "\n").count { $0.hasPrefix("<summary>") }
    #expect(page.contains("_Not shown: \(3000 - shown) findings,"))
    #expect(shown > 100)
  }

  @Test func `cuts nothing that fits`() {
    let page = page(units: 100, groups: 100, findings: 100)
    #expect(!page.contains("Not shown"))
    #expect(page.split(separator: "\n").count { $0.hasPrefix("<summary>") } == 100)
  }

  @Test func `shows what is dangerous first`() {
    func unit(_ name: String, _ status: UnitResult.Status, removed: Int) -> UnitResult {
      UnitResult(unit: name, tenant: nil, environment: "e", status: status, removed: removed)
    }
    let report = Report(
      tool: FormatSample.tool,
      diagnostics: [
        Diagnostic(.sample, .note, "a", at: nil), Diagnostic(.sample, .error, "b", at: nil),
        Diagnostic(.sample, .warning, "c", at: nil),
      ],
      sources: SourceMap(),
      units: [
        unit("a", .unchanged, removed: 0), unit("b", .written, removed: 0), unit("c", .written, removed: 2),
        unit("d", .outdated, removed: 0), unit("e", .failed, removed: 0),
      ],
      checked: [
        CheckedGroup(name: "a", cases: [CheckedCase(name: "a", className: "c", outcome: .passed)]),
        CheckedGroup(name: "b", cases: []),
        CheckedGroup(name: "c", cases: [CheckedCase(name: "a", className: "c", outcome: .failed([]))]),
        CheckedGroup(name: "d", cases: [CheckedCase(name: "a", className: "c", outcome: .error(reason: ""))]),
      ]
    )
    let lines = String(decoding: ReportFormat.markdown.write(report), as: UTF8.self).split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| ") }.map { $0.dropFirst(2).prefix { $0 != " " } }
    #expect(rows == ["unit", "e", "d", "c", "b", "a", "checked", "d", "c", "b", "a"])
    let findings = lines.filter { $0.hasPrefix("<summary>") }.map {
      $0.dropFirst("<summary>".count).prefix(5)
    }
    #expect(findings == ["error", "warni", "note "])
  }
}
