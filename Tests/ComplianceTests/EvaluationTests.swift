import Compliance
import Diagnostics
import Linting
import Testing

/// What can be said of controls, on small inputs.
@Suite struct EvaluationTests {
  private let good = unit(deployment("good"))

  private func outcome(_ units: [AssessedUnit], _ control: String, _ more: String = "") -> ControlResult
    .Outcome?
  {
    run(units, framework("mine", more, controls: control)).result.outcomes.first
  }

  @Test func coverageDecidesWhatAPassMeans() {
    let rule = "necessary: [pod-privileged]"
    #expect(outcome([good], control("a", "pod-privileged")) == .metInScope)
    #expect(
      outcome([good], "- {id: a, title: A, coverage: partial, \(rule), notAssessed: [rest]}") == .supported
    )
    #expect(
      outcome([good], "- {id: a, title: A, coverage: artefact, supporting: [pod-privileged]}")
        == .evidenceOnly
    )
    #expect(outcome([good], "- {id: a, title: A, coverage: none}") == .notAssessed)
  }

  @Test func oneFailureIsAGap() throws {
    let mixed = unit(deployment("bad", privileged: true) + deployment("good"))
    let result = run([mixed], framework(controls: control("a", "pod-privileged"))).result
    #expect(result.outcomes == [.gap])
    #expect(result.frameworks[0].controls[0].reasons == ["'pod-privileged' fails for 1 of 2 subjects"])
    let rule = try #require(result.rule("pod-privileged"))
    #expect(
      rule.subjects.map { "\($0.subject.path) \($0.outcome.kind.name)" } == [
        "Deployment/acme-prod/bad failed", "Deployment/acme-prod/good passed",
      ]
    )
    #expect(rule.subjects[0].outcome.findings.map(\.diagnostic.code.name) == ["privileged-container"])
  }

  /// Nobody looked is never a pass, and a failure is known whatever else is not.
  @Test func anUnknownRuleDecidesNothing() {
    let both = control("a", "pod-privileged, rbac-sod")
    #expect(outcome([good], both) == .notAssessed)
    #expect(outcome([unit(deployment("bad", privileged: true))], both) == .gap)
    let result = run([good], framework(controls: both)).result
    #expect(result.rule("rbac-sod")?.status == .notEvaluated("no conflicting roles are declared"))
    #expect(result.score.rules == 1)
  }

  @Test func aSupportingRuleMakesNoGap() {
    let text =
      "- {id: a, title: A, coverage: full, necessary: [pod-privileged], supporting: [single-replica]}"
    #expect(outcome([unit(deployment("one", replicas: 1))], text) == .metInScope)
  }

  @Test func anArtefactThatNobodyHasIsNone() {
    let text = "- {id: a, title: A, coverage: artefact, supporting: [pod-privileged]}"
    #expect(outcome([unit(deployment("bad", privileged: true))], text) == .notAssessed)
    #expect(outcome([unit("")], text) == .notApplicable)
  }

  @Test func withoutSubjectsARuleDoesNotApply() {
    let service = unit("{apiVersion: v1, kind: Service, metadata: {name: a}}")
    #expect(outcome([service], control("a", "pod-privileged")) == .notApplicable)
    let result = run([service], framework(controls: control("a", "pod-privileged"))).result
    #expect(result.rule("pod-privileged")?.status == .notApplicable("no workload"))
    #expect(result.score.strict == nil, "what does not apply is not credited")
  }

  /// What is enforced in a namespace that nobody shows cannot be known.
  @Test func anUnseenNamespaceIsNoPass() {
    let rule = control("a", "ns-pss-enforce")
    #expect(outcome([good], rule) == .notAssessed)
    func namespace(_ level: String) -> AssessedUnit {
      unit(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: a
          labels:
            pod-security.kubernetes.io/enforce: \(level)
            pod-security.kubernetes.io/enforce-version: v1.36
        """
      )
    }
    #expect(outcome([namespace("restricted")], rule) == .metInScope)
    #expect(outcome([namespace("baseline")], rule) == .gap)
  }

  @Test func anObjectWithoutNameIsAnError() {
    let nameless = unit(deployment("good") + "---\nkind: Deployment\n")
    let result = run([nameless], framework(controls: control("a", "pod-privileged"))).result
    #expect(result.outcomes == [.error])
    #expect(result.holds(.noRuleError) == false)
  }

  /// A registry rule without registries is silent about everything, which is no pass.
  @Test func aRuleWithoutItsSettingIsNotEvaluated() {
    let text = framework(controls: control("a", "image-registry-allowed"))
    let result = run([good], text).result
    #expect(result.outcomes == [.notAssessed])
    if case .notEvaluated? = result.rule("image-registry-allowed")?.status {
    } else {
      Issue.record("was evaluated")
    }
  }

  @Test func anObjectCannotAllowItselfAnything() {
    let text = deployment("bad", privileged: true, annotations: "spai/allow.privileged-container: because")
    #expect(outcome([unit(text)], control("a", "pod-privileged")) == .gap)
  }

  @Test func aLintRuleMayBeNamedDirectly() {
    let text = framework(controls: control("a", "single-replica"))
    #expect(run([unit(deployment("one", replicas: 1))], text).result.outcomes == [.gap])
    #expect(run([good], text).result.outcomes == [.metInScope])
  }

  /// The subjects of a rule about a whole set are what its findings are about: they pass where there is none.
  @Test(arguments: LintRule.all.filter { if case .set = $0.check { true } else { false } }.map(\.name))
  func subjectsThatFailAreThoseThatPass(name: String) throws {
    let lintRule = try #require(LintRule.all.first { $0.name == name })
    let example = try #require(lintRule.examples.first)
    var configuration = LintConfiguration()
    configuration.settings = example.settings
    // Named by a framework of a user; the table has names of its own for some.
    let text = framework(controls: control("a", name))
    let results = [true, false].map { right in
      run([unit(variant(of: example, right: right))], text, configuration: configuration).result.rules[0]
    }
    #expect(results[0].count(of: .failed) == 0 && results[0].count(of: .passed) > 0, "\(results[0].status)")
    #expect(results[1].count(of: .failed) > 0)
    let subjects = results.map { Set($0.subjects.map { "\($0.subject.kind)" }) }
    #expect(subjects[1].isSubset(of: subjects[0]), "\(subjects)")
  }

  @Test func scopeFollowsDataClassesAndDeclarations() {
    let scope = "scope: {dataClasses: [payment]}\naliases: [short]"
    let rule = control("a", "pod-privileged")
    let text = deployment("good")
    #expect(outcome([unit(text)], rule, scope) == .notApplicable)
    #expect(outcome([unit(text, dataClasses: ["payment"])], rule, scope) == .metInScope)
    #expect(outcome([unit(text, frameworks: ["short"])], rule, scope) == .metInScope)
    #expect(outcome([unit(text, frameworks: ["mine"])], rule, scope) == .metInScope)
    #expect(outcome([unit(text, dataClasses: ["health"])], rule, scope) == .notApplicable)
  }

  /// A unit outside the scope of one framework is not held against it because another one asks.
  @Test func frameworksDoNotMix() {
    let texts =
      framework("all", controls: control("a", "pod-privileged"))
      + framework("pay", "scope: {dataClasses: [payment]}", controls: control("a", "pod-privileged"))
    let units = [
      unit(deployment("bad", privileged: true), "production/zeta"),
      unit(deployment("good"), "production/acme", dataClasses: ["payment"]),
    ]
    let result = run(units, texts).result
    #expect(result.frameworks.map(\.framework.id) == ["all", "pay"])
    #expect(result.frameworks.map { $0.controls[0].outcome } == [.gap, .metInScope])
    #expect(result.frameworks.map(\.units) == [["production/acme", "production/zeta"], ["production/acme"]])
    #expect(result.frameworks.map { $0.score.strict == Fraction(1, 1) } == [false, true])
    let scores = result.scores { $0 == "production/_cluster" ? nil : $0 }
    #expect(
      scores.mapValues(\.strict) == ["production/acme": Fraction(1, 1), "production/zeta": Fraction(0, 1)]
    )
    #expect(result.rules.count == 1, "a rule is asked once")
  }

  @Test func theSummaryCountsRequirements() {
    let text = framework(
      universe: 3,
      controls: control("a", "pod-privileged") + "\n- {id: b, title: B, coverage: none, covers: [b, c]}"
    )
    #expect(
      run([good], text).result.frameworks[0].summary
        == "Mine 1: 3 things; 1 with manifest evidence (1 full), 2 not assessed. Controls: 1 met-in-scope."
    )
  }

  @Test func theOrderOfTheInputChangesNothing() throws {
    let texts = try shippedFiles().map(\.text)
    let units = (0..<5).map { index in
      unit(
        deployment("a", privileged: index == 2) + deployment("b", replicas: index),
        "production/t\(index)",
        dataClasses: index % 2 == 0 ? ["payment", "personal"] : ["health", "financial"],
        frameworks: ["iso27001"]
      )
    }
    func shown(_ result: ComplianceResult) -> [String] {
      result.rules.map { rule in
        "\(rule.rule.name) \(rule.status) \(rule.subjects.map { "\($0.subject.unit) \($0.subject.path) \($0.outcome.kind)" })"
      }
        + result.frameworks.flatMap { framework in
          framework.controls.map { "\(framework.framework.id) \($0.control.id) \($0.outcome) \($0.reasons)" }
            + [framework.summary, framework.score.text]
        } + result.gate.map { "\($0)" } + [result.score.text]
    }
    let two = waiver("W-2", scope: "{tenant: t2, environment: production, kind: Deployment, name: a}")
    let first = run(units, texts.joined(separator: "\n---\n"), waivers: waiver() + two)
    let second = run(units.reversed(), texts.reversed().joined(separator: "\n---\n"), waivers: two + waiver())
    #expect(shown(first.result) == shown(second.result))
    #expect(first.codes == second.codes)
    #expect(first.result.frameworks.count == 8)
  }
}
