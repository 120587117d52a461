import Compliance
import Diagnostics
import Testing

/// What is wrong with a framework is told at its line.
@Suite struct FrameworkDecodingTests {
  private func told(_ text: String) -> [String] {
    ComplianceTests.told(about: text) { _ = decodeFrameworks($0, reporting: &$1) }
  }

  @Test func aSoundFrameworkIsRead() throws {
    let text = framework(
      universe: 3,
      "scope: {dataClasses: [payment]}\naliases: [m]",
      controls: """
        - {id: a, title: A, coverage: full, necessary: [pod-privileged]}
        - {id: b, title: B, coverage: none, covers: ["b.1", "b.2"]}
        - {id: c, title: C, coverage: none, covers: []}
        """
    )
    #expect(told(text) == [])
    let one = try #require(frameworks(text).first)
    #expect(one.id == "mine" && one.aliases == ["m"])
    #expect(one.scope == .dataClasses(["payment"]))
    #expect(one.controls.map(\.covers) == [["a"], ["b.1", "b.2"], []])
    #expect(one.rules == ["pod-privileged"])
  }

  @Test(arguments: [
    (
      framework("a", "tittle: x", controls: control("a", "pod-privileged")),
      "SPAI1901 8: unknown key 'tittle' in a framework"
    ),
    (framework("a", controls: "- {id: a, title: A}"), "SPAI1902 10: missing key 'coverage' in control 'a'"),
    (
      framework("a", controls: "- {id: a, title: A, coverage: ful}"),
      "SPAI1903 10: 'coverage' of control 'a' is 'ful'"
    ),
    (
      framework("a", controls: control("a", "pod-privilegd")),
      "SPAI1904 10: unknown rule 'pod-privilegd' in control 'a'"
    ),
    (
      framework("a", universe: 2, controls: control("a", "pod-privileged")),
      "SPAI1906 7: framework 'a' covers 1 of 2 things"
    ),
    (
      framework("a", controls: "- {id: a, title: A, coverage: none, necessary: [pod-privileged]}"),
      "SPAI1907 10: control 'a' has rules and the coverage none"
    ),
    (
      framework("a", controls: "- {id: a, title: A, coverage: full, supporting: [pod-privileged]}"),
      "SPAI1907 10: control 'a' has full coverage and no necessary rule"
    ),
    (
      framework("a", controls: "- {id: a, title: A, coverage: partial, necessary: [pod-privileged]}"),
      "SPAI1907 10: control 'a' has partial coverage and does not say what is not assessed"
    ),
    (
      framework("a", controls: "- {id: a, title: A, coverage: artefact}"),
      "SPAI1907 10: control 'a' is an artefact of no supporting rule"
    ),
    (
      framework(
        "a",
        controls: "- {id: a, title: A, coverage: artefact, necessary: [res-limits], supporting: [meta-owner]}"
      ),
      "SPAI1907 10: control 'a' is an artefact, which no rule is necessary for"
    ),
  ])
  func aMistakeIsToldAtItsLine(text: String, finding: String) {
    #expect(told(text).first == finding)
    #expect(frameworks(text).isEmpty)
  }

  @Test func aRequirementIsCoveredOnce() {
    let twice = framework(
      universe: 2,
      controls: control("a", "pod-privileged") + "\n" + control("a", "res-limits")
    )
    #expect(told(twice) == ["SPAI1905 11: 'a' is covered by two controls"])
    let inside = framework(
      universe: 3,
      controls: control("a", "pod-privileged") + "\n- {id: rest, title: Rest, coverage: none, covers: [a, b]}"
    )
    #expect(told(inside) == ["SPAI1905 11: 'a' is covered by two controls"])
  }

  @Test func aFrameworkIsDeclaredOnce() {
    let one = framework(controls: control("a", "pod-privileged"))
    #expect(told(one + one).map { $0.prefix(8) } == ["SPAI1908"])
    #expect(frameworks(one + one).count == 1)
  }

  @Test(arguments: [
    "kind: Framework", "[]", "Framework", "{kind: Framework, metadata: {name: []}, controls: {}}",
    "{kind: Framework, controls: [1, [], {}], universe: 3, scope: []}",
    "{kind: Framework, apiVersion: spai/v2, metadata: x, controls: [{id: {}, covers: x, necessary: [[]]}]}",
  ])
  func anythingElseIsRefusedWithoutHarm(text: String) {
    #expect(!told(text).isEmpty)
    #expect(frameworks(text).isEmpty)
  }

  @Test func ruleNamesAreSuggested() {
    var findings = Findings()
    _ = decodeFrameworks(
      nodes(of: framework(controls: control("a", "pod-privilegd")), &findings),
      reporting: &findings
    )
    #expect(findings.all.first?.help == "Did you mean 'pod-privileged'?")
  }
}
