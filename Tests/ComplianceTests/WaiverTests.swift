import Compliance
import Diagnostics
import Testing

/// Waivers are narrow, approved by somebody else, and end.
@Suite struct WaiverTests {
  private let rules = framework(controls: control("a", "pod-privileged"))

  private func told(_ text: String) -> [String] {
    ComplianceTests.told(about: text) { _ = decodeWaivers($0, reporting: &$1) }
  }

  @Test func aSoundWaiverIsRead() throws {
    #expect(told(waiver()) == [])
    let one = try #require(waivers(waiver()).first)
    #expect(one.name == "W-1" && one.owner == "jane@acme.example" && one.category == .riskAccepted)
    #expect(one.expires.days(since: one.approved) == 29)
  }

  @Test(arguments: [
    (waiver(approver: "\" Jane@ACME.example\""), "SPAI1909"),
    (waiver(expires: "2026-12-02"), "SPAI1910"),
    (waiver(rules: "res-limits", expires: "2027-05-01"), "SPAI1910"),
    (waiver(expires: "2026-10-31"), "SPAI1903"),
    (waiver(expires: "2026-02-30"), "SPAI1903"),
    (waiver(expires: "soon"), "SPAI1903"),
    (waiver(rules: "everything"), "SPAI1904"),
    (waiver(rules: ""), "SPAI1902"),
    (waiver(scope: "{kind: Deployment, name: \"*\"}"), "SPAI1903"),
    (waiver(scope: "{kind: Deployment}"), "SPAI1902"),
    (waiver("W-1", "digest: sha256:12"), "SPAI1903"),
    (waiver("W-1", "approver: x"), "SPAI1901"),
    (waiver() + waiver(), "SPAI1908"),
  ])
  func aMistakeIsTold(text: String, code: String) {
    #expect(told(text).map { String($0.prefix(8)) } == [code])
    #expect(waivers(text).count == (code == "SPAI1908" ? 1 : 0))
  }

  @Test func theLongestTermsAreJustAllowed() {
    #expect(told(waiver(approved: "2026-11-01", expires: "2026-12-01")) == [])
    #expect(told(waiver(rules: "res-limits", approved: "2026-11-01", expires: "2027-04-30")) == [])
    #expect(
      told(waiver(rules: "res-limits, pod-privileged", expires: "2027-04-30")).count == 1,
      "the gravest counts"
    )
  }

  @Test func aWaivedFailureIsNoPass() throws {
    let bad = unit(deployment("bad", privileged: true))
    #expect(run([bad], rules).result.outcomes == [.gap])
    let (result, codes) = run([bad], rules, waivers: waiver())
    #expect(codes == [])
    #expect(result.outcomes == [.acceptedDeviation])
    let rule = try #require(result.rule("pod-privileged"))
    #expect(rule.subjects.map(\.outcome.kind) == [.waived])
    #expect(rule.subjects.first?.outcome.findings.count == 1)
    #expect(result.waivers.map(\.state) == [.active] && result.waivers.map(\.daysLeft) == [9])
    #expect(result.holds(.noCriticalFailure) == true)
  }

  @Test func theLastDayCountsAndTheNextDoesNot() {
    let bad = [unit(deployment("bad", privileged: true))]
    #expect(run(bad, rules, waivers: waiver(), asOf: "2026-11-30").result.outcomes == [.acceptedDeviation])
    let (late, codes) = run(bad, rules, waivers: waiver(), asOf: "2026-12-01")
    #expect(late.outcomes == [.gap] && codes == ["SPAI1911"])
    #expect(late.waivers.map(\.state) == [.expired] && late.waivers.map(\.daysLeft) == [-1])
    #expect(late.waivers.map(\.matches) == [1])
    let (early, idle) = run(bad, rules, waivers: waiver(), asOf: "2026-10-31")
    #expect(early.outcomes == [.gap] && idle == ["SPAI1912"] && early.waivers.map(\.state) == [.notYet])
  }

  @Test(arguments: [
    "{tenant: other, environment: production, kind: Deployment, name: bad}",
    "{tenant: acme, environment: staging, kind: Deployment, name: bad}",
    "{environment: production, kind: Deployment, name: bad}",
    "{tenant: acme, environment: production, kind: StatefulSet, name: bad}",
    "{tenant: acme, environment: production, kind: Deployment, name: good}",
    "{tenant: acme, environment: production, namespace: other, kind: Deployment, name: bad}",
  ])
  func theScopeIsExact(scope: String) {
    let units = [unit(deployment("bad", privileged: true) + deployment("good"))]
    let (result, codes) = run(units, rules, waivers: waiver(scope: scope))
    #expect(result.outcomes == [.gap])
    #expect(codes == ["SPAI1912"] && result.waivers.map(\.state) == [.unmatched])
  }

  @Test func aPinHoldsForOneContentOnly() {
    let digest = String(repeating: "0a", count: 32)
    let pinned = waiver("W-1", "digest: sha256:\(digest)")
    let same = unit(deployment("bad", privileged: true), digest: digest)
    let other = unit(deployment("bad", privileged: true), digest: String(repeating: "0b", count: 32))
    #expect(run([same], rules, waivers: pinned).result.outcomes == [.acceptedDeviation])
    let (result, codes) = run([other], rules, waivers: pinned)
    #expect(result.outcomes == [.gap] && codes == ["SPAI1912"])
    #expect(result.waivers.map(\.state) == [.otherContent])
  }
}
