import Glibc
import Reporting
import Testing

/// Each format of one sample report, byte for byte; a missing file is written and fails.
@Suite struct GoldenTests {
  @Test(arguments: ReportFormat.all.filter { !$0.needsAssessment }.map(\.name))
  func `writes the sample`(name: String) throws {
    try compare(FormatSample.full, as: name, file: name)
  }

  /// Markdown and the formats of single findings show nothing more of an assessment.
  @Test(
    arguments: ReportFormat.all.filter { $0.needsAssessment }.map(\.name) + [
      "html", "json", "junit", "sarif",
    ]
  )
  func `writes the assessed sample`(name: String) throws {
    try compare(AssessmentSample.full, as: name, file: "assessed-\(name)")
  }

  private func compare(_ report: Report, as name: String, file: String) throws {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    let path = "\(packageFolder)/Tests/ReportingTests/Goldens/\(file).\(format.fileExtension)"
    let bytes = format.write(report)
    guard access(path, F_OK) == 0 else {
      write(bytes, to: path)
      Issue.record("\(path) was missing; read it, then run again")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self) == text(at: path))
  }

  @Test(arguments: ReportFormat.all.map(\.name))
  func `is the same for any order of arrival`(name: String) throws {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    let report = AssessmentSample.full
    let reversed = Report(
      tool: report.tool,
      diagnostics: report.diagnostics.reversed() + report.diagnostics,
      sources: report.sources,
      units: report.units.reversed(),
      checked: report.checked.reversed().map {
        CheckedGroup(name: $0.name, cases: $0.cases.reversed(), duration: $0.duration)
      },
      assessment: report.assessment,
      rules: report.rules.reversed()
    )
    #expect(format.write(reversed) == format.write(report))
  }

  private func write(_ bytes: [UInt8], to path: String) {
    guard let stream = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
  }
}
