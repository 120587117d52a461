import Diagnostics
import Reporting
import Testing

@Suite struct JUnitTests {
  private static let reports = [
    FormatSample.full, FormatSample.timed, FormatSample.ungrouped, FormatSample.empty,
  ]

  @Test(arguments: reports.indices, ["junit-10", "junit-4"])
  func `is valid`(report: Int, schema: String) throws {
    let document = try #require(XMLDocument(ReportFormat.jUnit.write(Self.reports[report])))
    #expect(document.isValid(against: schema))
  }

  @Test func `is valid for Ant with a start time`() throws {
    let document = try #require(XMLDocument(ReportFormat.jUnit.write(FormatSample.timed)))
    #expect(document.isValid(against: "windyroad"))
  }

  @Test(arguments: reports.indices)
  func `is what its own schema says for CI systems`(report: Int) throws {
    let document = try #require(XMLDocument(ReportFormat.jUnitCI.write(Self.reports[report])))
    #expect(document.isValid(against: "junit-ci"))
  }

  @Test(arguments: ["junit-10", "junit-4", "windyroad"])
  func `the schemas refuse what is not theirs`(schema: String) throws {
    let document = try #require(XMLDocument(ReportFormat.jUnitCI.write(FormatSample.full)))
    #expect(!document.isValid(against: schema))
  }

  @Test(arguments: [ReportFormat.jUnit, .jUnitCI].map(\.name))
  func `counts what it holds`(name: String) throws {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    let elements = try #require(XMLDocument(format.write(FormatSample.full))).elements
    let suites = elements.filter { $0.name == "testsuite" }
    #expect(suites.map { $0["name"] } == ["findings", "production/acme", "staging/acme"])
    for (attribute, element) in [
      ("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"),
    ] {
      let total = suites.compactMap { $0[attribute].flatMap { Int($0) } }.reduce(0, +)
      #expect(total == elements.count { $0.name == element }, "\(attribute)")
    }
    #expect(elements.count { $0.name == "testcase" } == 6)
  }

  @Test func `findings without groups are a suite with a case each`() throws {
    let elements = try #require(XMLDocument(ReportFormat.jUnit.write(FormatSample.ungrouped))).elements
    #expect(elements.filter { $0.name == "testsuite" }.map { $0["tests"] } == ["4"])
    let cases = elements.filter { $0.name == "testcase" }.map {
      "\($0["classname"] ?? ""): \($0["name"] ?? "")"
    }
    #expect(
      cases == [
        "spai-gen: cannot read 'x'", "spai-gen: container 'api' has no probe",
        "tenants/acme.yaml: image 'a' has no tag", "tenants/acme.yaml: unknown key 'replica'",
      ]
    )
  }

  @Test(arguments: [(Severity.note, 4), (.warning, 3), (.error, 2)])
  func `findings fail from the threshold on`(threshold: Severity, failures: Int) throws {
    let sample = FormatSample.ungrouped
    let report = Report(
      tool: sample.tool,
      diagnostics: sample.diagnostics,
      sources: sample.sources,
      units: [],
      threshold: threshold
    )
    let elements = try #require(XMLDocument(ReportFormat.jUnit.write(report))).elements
    #expect(elements.count { $0.name == "failure" } == failures)
    #expect(elements.count { $0.name == "skipped" } == 4 - failures)
  }

  @Test func `a failure names the worst of its findings and holds all`() throws {
    let elements = try #require(XMLDocument(ReportFormat.jUnitCI.write(FormatSample.full))).elements
    let checked = try #require(elements.first { $0["name"] == "Deployment/api" })
    #expect(checked["file"] == "tenants/acme.yaml")
    #expect(checked["line"] == "2")
    let failure = try #require(elements.first { $0.name == "failure" && $0["type"] == "SPAI1102" })
    #expect(failure["message"] == "unknown key 'replica' (and 1 more)")
    #expect(failure.text.contains("tenants/acme.yaml:3:1: warning[SPAI2001]: image 'a' has no tag"))
  }

  @Test func `cases that are alike get numbers`() throws {
    let names = ["a", "a", "a (2)", "a", "b"]
    let cases = names.map { CheckedCase(name: $0, className: "c", outcome: .passed) }
    let report = Report(
      tool: FormatSample.tool,
      diagnostics: [],
      sources: SourceMap(),
      units: [],
      checked: [CheckedGroup(name: "one", cases: cases), CheckedGroup(name: "two", cases: cases)]
    )
    let elements = try #require(XMLDocument(ReportFormat.jUnit.write(report))).elements
    let written = elements.filter { $0.name == "testcase" }.compactMap { $0["name"] }
    #expect(written.count == 10)
    #expect(Set(written).count == 10)
  }

  @Test func `many findings of one case are counted, not listed`() throws {
    let findings = (0..<250).map { Diagnostic(.sample, .error, "bad \($0)", at: nil) }
    let report = Report(
      tool: FormatSample.tool,
      diagnostics: findings,
      sources: SourceMap(),
      units: [],
      checked: [
        CheckedGroup(name: "g", cases: [CheckedCase(name: "a", className: "c", findings: findings)])
      ]
    )
    let elements = try #require(XMLDocument(ReportFormat.jUnit.write(report))).elements
    let failure = try #require(elements.first { $0.name == "failure" })
    #expect(failure["message"] == "bad 0 (and 249 more)")
    #expect(failure.text.contains("… and 150 findings more"))
  }

  @Test(arguments: [(Duration.zero, "0.000"), (.milliseconds(1250), "1.250"), (.seconds(61), "61.000")])
  func `time is in seconds`(duration: Duration, written: String) throws {
    let group = CheckedGroup(name: "g", cases: [], duration: duration)
    let report = Report(
      tool: FormatSample.tool,
      diagnostics: [],
      sources: SourceMap(),
      units: [],
      checked: [group]
    )
    let elements = try #require(XMLDocument(ReportFormat.jUnit.write(report))).elements
    #expect(elements.first { $0.name == "testsuite" }?["time"] == written)
  }
}
