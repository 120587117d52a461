import Compliance
import Diagnostics
import Linting
import Testing

/// Every control with rules has a fixture that passes and one that fails, and both are run.
///
/// What passes is one set for all of them. What fails is the wrong side of the examples of its rules beside that set.
@Suite struct ControlFixtureTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let framework: Int
    let control: Int
    let testDescription: String
  }

  private static let text = ((try? shippedFiles()) ?? []).map(\.text).joined(separator: "\n---\n")

  private static let good = assessed([exemplary])

  /// The set beside one unit for each rule that has the wrong side of an example.
  private static let bad = assessed(
    [exemplary]
      + ComplianceRule.table.flatMap { rule in
        wrongExamples(of: rule).map { unit($0, "wrong/\(rule.name)", frameworks: ids) }
      } + [unit(deployment("edited"), "wrong/edited", frameworks: ids, isReproduced: false)]
  )

  private static let ids = frameworks(text).map(\.id)

  private static let exemplary = unit(exemplarySet, "production/acme", frameworks: ids, isReproduced: true)

  static let rows = good.frameworks.enumerated().flatMap { index, result in
    result.controls.enumerated().filter { $0.element.control.coverage != .none }.map { number, control in
      Row(
        framework: index,
        control: number,
        testDescription: "\(result.framework.id)/\(control.control.id)"
      )
    }
  }

  private static func assessed(_ units: [AssessedUnit]) -> ComplianceResult {
    var configuration = LintConfiguration()
    configuration.settings = exemplarySettings
    return run(units, text, configuration: configuration).result
  }

  /// The wrong side of the first example of the first lint rule.
  private static func wrongExamples(of rule: ComplianceRule) -> [String] {
    LintRule.all.filter { rule.lintRules.contains($0.name) }.prefix(1).flatMap { lintRule in
      lintRule.examples.prefix(1).map { variant(of: $0, right: false) }
    }
  }

  /// Rules that nothing decides; what needs one of them is never more than not assessed.
  static let undecided: Set = ["meta-provenance"]

  @Test func nothingElseIsUndecided() {
    let unknown = Self.good.rules.filter { $0.status != .evaluated }.map { "\($0.rule.name): \($0.status)" }
    #expect(Set(unknown.map { String($0.prefix { $0 != ":" }) }) == Self.undecided, "\(unknown)")
    let failed = Self.good.rules.filter { $0.count(of: .failed) > 0 }.map { rule in
      "\(rule.rule.name): \(rule.subjects.flatMap(\.outcome.findings).map(\.diagnostic.message))"
    }
    #expect(failed == [])
  }

  @Test(arguments: rows) func theRightIsAllThatManifestsCanSay(row: Row) {
    let result = Self.good.frameworks[row.framework].controls[row.control], control = result.control
    let expected: ControlResult.Outcome =
      switch control.coverage {
      case .full: .metInScope
      case .partial: .supported
      case .artefact: .evidenceOnly
      case .none: .notAssessed
      }
    let isDecided =
      control.coverage == .artefact
      ? !Self.undecided.isSuperset(of: control.supporting)
      : Self.undecided.isDisjoint(with: control.necessary)
    #expect(result.outcome == (isDecided ? expected : .notAssessed), "\(result.reasons)")
  }

  @Test(arguments: rows) func theWrongIsAGapThatNamesTheRule(row: Row) {
    let result = Self.bad.frameworks[row.framework].controls[row.control], control = result.control
    let isArtefact = control.coverage == .artefact
    let rules = (isArtefact ? control.supporting : control.necessary).filter { !Self.undecided.contains($0) }
    if !isArtefact { #expect(result.outcome == .gap) }
    for rule in rules {
      #expect(result.reasons.contains { $0.hasPrefix("'\(rule)' fails for ") }, "\(rule): \(result.reasons)")
    }
    #expect(!rules.isEmpty || result.outcome == .notAssessed)
  }

  /// A record that nobody keeps is no evidence.
  @Test(arguments: rows) func whatNobodyRecordedIsNoEvidence(row: Row) throws {
    let control = Self.good.frameworks[row.framework].controls[row.control].control
    let decided = control.supporting.filter { !Self.undecided.contains($0) }
    guard control.coverage == .artefact, decided.count == 1 else { return }
    let rule = try #require(ComplianceRule.named(decided[0]))
    let wrong = Self.wrongExamples(of: rule).map { unit($0, frameworks: Self.ids) }
    let result = Self.assessed(wrong).frameworks[row.framework].controls[row.control]
    #expect(result.outcome == .notAssessed, "\(result.reasons)")
  }
}
