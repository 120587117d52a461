import Diagnostics
import Reporting
import Testing

@Suite struct ReportTests {
  private static let warning = Diagnostic(.sample, .warning, "w", at: nil)
  private static let error = Diagnostic(.sample, .error, "e", at: nil)

  private func report(
    _ diagnostics: [Diagnostic] = [],
    units: [UnitResult] = [],
    checked: [CheckedGroup] = [],
    threshold: Severity = .error
  ) -> Report {
    Report(
      tool: FormatSample.tool,
      diagnostics: diagnostics,
      sources: SourceMap(),
      units: units,
      checked: checked,
      threshold: threshold
    )
  }

  private func group(_ outcomes: CheckedCase.Outcome...) -> CheckedGroup {
    CheckedGroup(
      name: "g",
      cases: outcomes.enumerated().map {
        CheckedCase(name: "\($0.offset)", className: "c", outcome: $0.element)
      }
    )
  }

  @Test func `findings of failed cases are findings of the report`() {
    let report = report([Self.warning], checked: [group(.failed([Self.error, Self.warning]))])
    #expect(report.diagnostics == [Self.error, Self.warning])
  }

  @Test func `passed cases are counted`() {
    let group = group(.passed, .passed, .failed([]), .skipped(reason: "r"), .error(reason: "r"))
    let report = report(checked: [group])
    #expect(CheckedCase.Outcome.Kind.allCases.map(report.countOfCases) == [1, 1, 1, 2])
  }

  @Test func `groups are sorted, those of one name joined, and empty ones stay`() {
    let one = CheckedCase(name: "b", className: "c", outcome: .passed)
    let other = CheckedCase(name: "a", className: "c", outcome: .passed)
    let report = report(checked: [
      CheckedGroup(name: "z", cases: []),
      CheckedGroup(name: "g", cases: [one], duration: .seconds(1)),
      CheckedGroup(name: "g", cases: [other], duration: .seconds(2)),
    ])
    #expect(report.checked.map(\.name) == ["g", "z"])
    #expect(report.checked[0].cases == [other, one])
    #expect(report.checked[0].duration == .seconds(3))
    #expect(report.checked[1].cases.isEmpty && report.checked[1].duration == nil)
  }

  @Test(arguments: [(Severity.note, 2), (.warning, 2), (.error, 1)])
  func `a case fails by findings from the threshold on`(threshold: Severity, failing: Int) {
    let findings = [Self.warning, Self.error]
    let checked = CheckedCase(name: "a", className: "c", findings: findings, failingFrom: threshold)
    #expect(checked.findings.count == failing)
    #expect(checked.outcome.kind == .failed)
  }

  @Test func `a case without failing findings passed`() {
    #expect(CheckedCase(name: "a", className: "c", findings: [Self.warning]).outcome == .passed)
  }

  @Test func `what fails a run`() {
    func unit(_ status: UnitResult.Status) -> UnitResult {
      UnitResult(unit: "u", tenant: nil, environment: "e", status: status)
    }
    #expect(!report([Self.warning], units: [unit(.written), unit(.unchanged)]).hasFailure)
    #expect(!report(checked: [group(.passed, .skipped(reason: "r"))]).hasFailure)
    #expect(report([Self.warning], threshold: .warning).hasFailure)
    #expect(report([Self.error]).hasFailure)
    #expect(report(units: [unit(.failed)]).hasFailure)
    #expect(report(units: [unit(.outdated)]).hasFailure)
    #expect(report(checked: [group(.failed([]))]).hasFailure)
    #expect(report(checked: [group(.error(reason: "r"))]).hasFailure)
  }
}
