import Diagnostics
import FoundationEssentials
import Reporting
import Testing

/// What reports show of an assessment.
@Suite struct AssessmentTests {
  private func cases(_ assessment: Assessment, _ format: ReportFormat = .jUnit) throws -> [XMLDocument
    .Element]
  {
    let document = try #require(XMLDocument(format.write(AssessmentSample.report(assessment))))
    return document.elements.filter { $0.name == "testcase" }
  }

  @Test func `JUnit shows as many passes as asked for, and every failure in any case`() throws {
    let counts = try JUnitPasses.allCases.map { passes in
      try cases(AssessmentSample.assessment(copies: 5, passes: passes)).count {
        $0["classname"]?.hasPrefix("rules.") ?? false
      }
    }
    // Six results that did not pass; three rules with passes; five passes each.
    #expect(counts == [6, 9, 21])
  }

  @Test(arguments: JUnitPasses.allCases)
  func `classes and names are unique together`(passes: JUnitPasses) throws {
    for format in [ReportFormat.jUnit, .jUnitCI] {
      let names = try cases(AssessmentSample.assessment(copies: 5, passes: passes), format).map {
        [$0["classname"], $0["name"]]
      }
      #expect(Set(names).count == names.count)
    }
  }

  @Test func `too many results choose the smaller view and say so`() throws {
    let assessment = AssessmentSample.assessment(copies: 33_333, passes: .all)
    let shown = try cases(assessment)
    #expect(shown.count < 100)
    #expect(shown.contains { $0["name"] == "fewer cases than asked for" })
    #expect(
      try !cases(AssessmentSample.assessment(passes: .all)).contains {
        $0["name"] == "fewer cases than asked for"
      }
    )
  }

  @Test func `too many failures are counted, and stay failures`() throws {
    let sample = AssessmentSample.assessment(passes: .none)
    let failure = Assessment.Result(subject: 0, outcome: .failed([FormatSample.unknownKey]))
    let rule = Assessment.Rule(
      name: "pod-seccomp",
      severity: "critical",
      summary: "a profile is set",
      codes: [],
      silence: nil,
      results: Array(repeating: failure, count: 20_001)
    )
    let shown = try cases(
      Assessment(
        asOf: sample.asOf,
        score: sample.score,
        conditions: sample.conditions,
        frameworks: sample.frameworks,
        tenants: sample.tenants,
        rules: [rule],
        subjects: sample.subjects,
        waivers: sample.waivers,
        inputs: sample.inputs,
        excerpts: sample.excerpts,
        footer: sample.footer,
        junitPasses: sample.junitPasses
      )
    )
    #expect(shown.contains { $0["name"] == "fewer cases than asked for" })
    let counted = try #require(shown.first { $0["classname"] == "rules.pod-seccomp" })
    #expect(counted["name"] == "all subjects")
    #expect(counted.text.contains("20001 failed"))
  }

  @Test func `formats about compliance are empty without it`() {
    for format in ReportFormat.all {
      #expect(format.write(FormatSample.full).isEmpty == format.needsAssessment, "\(format.name)")
    }
  }

  @Test func `a waived failure is a pass in no report`() throws {
    let report = AssessmentSample.full
    let result = String(decoding: ReportFormat.testResult.write(report), as: UTF8.self)
    let passed = result.split(separator: "\"passedTests\"").last?.split(separator: "]").first ?? ""
    #expect(!passed.contains("secret-as-file"))
    let run = try #require(try SARIF(report).runs.first)
    #expect(run.results.count == report.diagnostics.count + 1)
    let elements = try #require(XMLDocument(ReportFormat.jUnit.write(report))).elements
    let waived = try #require(
      elements.firstIndex {
        $0["classname"] == "rules.secret-as-file" && $0["name"]?.contains("api-1") == true
      }
    )
    #expect(elements[waived + 1].name == "skipped")
    #expect(elements[waived + 1].text.contains("W-1 of jane@acme.example until 2026-11-30"))
    let open = String(decoding: ReportFormat.openReports.write(report), as: UTF8.self)
    #expect(open.contains("result: \"skip\""))
  }

  @Test(arguments: ReportFormat.all.map(\.name))
  func `no report calls anything compliant`(name: String) throws {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    let text = String(decoding: format.write(AssessmentSample.full), as: UTF8.self)
      .replacing("compliance", with: "").lowercased()
    for word in ["compliant", "certified", "audit passed"] { #expect(!text.contains(word), "\(word)") }
  }
}
