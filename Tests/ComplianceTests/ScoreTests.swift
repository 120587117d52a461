import Compliance
import Testing

/// The score is exact, and the gate is strict.
@Suite struct ScoreTests {
  private let privileged = framework(controls: control("a", "pod-privileged"))

  /// Privileged is critical and weighs 10; one replica is a warning, which is medium and weighs 2.
  private let both = framework(controls: control("a", "pod-privileged, single-replica"))

  private func pods(_ good: Int, bad: Int) -> String {
    (0..<good).map { deployment("good\($0)") }.joined()
      + (0..<bad).map { deployment(bad == 1 ? "bad" : "bad\($0)", privileged: true) }.joined()
  }

  @Test func rulesWeighBySeverityAndCountByRatio() {
    let score = run([unit(pods(3, bad: 1) + deployment("one", replicas: 1))], both).result.score
    // Both at four of five: a rule that looks at the whole set is about single objects all the same.
    #expect(score.strict == Fraction(4, 5))
    let uneven = run([unit(pods(4, bad: 0) + deployment("one", replicas: 1))], both).result.score
    #expect(uneven.strict == Fraction(10 * 5 + 2 * 4, 12 * 5))
    #expect(uneven.text == "strict 96.6 % / adjusted 96.6 % (0 waived)")
  }

  @Test func waivedSubjectsLeaveTheAdjustedScoreOnly() {
    let score = run([unit(pods(3, bad: 1))], privileged, waivers: waiver()).result.score
    #expect(score.strict == Fraction(3, 4) && score.adjusted == Fraction(1, 1) && score.waived == 1)
    #expect(score.text == "strict 75.0 % / adjusted 100.0 % (1 waived)")
  }

  @Test func whereAllIsWaivedThereIsNoAdjustedScore() {
    let result = run([unit(pods(0, bad: 1))], privileged, waivers: waiver()).result
    #expect(result.score.adjusted == nil)
    #expect(result.holds(.score) == false)
  }

  /// 95 of 100 is not enough, 96 is.
  @Test(arguments: [(95, 100, false), (96, 100, true), (19, 20, false), (951, 1000, true), (100, 100, true)])
  func theThresholdIsStrict(good: Int, all: Int, holds: Bool) {
    let objects =
      (0..<good).map { deployment("good\($0)") }.joined()
      + (good..<all).map { deployment("bad\($0)", privileged: true) }.joined()
    #expect(run([unit(objects)], privileged).result.holds(.score) == holds)
  }

  @Test func everyConditionOfTheGateCanFail() {
    let fine = [unit(pods(1, bad: 0))]
    let result = run(fine, privileged).result
    #expect(result.gate.map(\.kind) == GateCondition.Kind.allCases && result.isLetThrough)

    let critical = run([unit(pods(99, bad: 1))], privileged).result
    #expect(critical.gate.filter { !$0.holds }.map(\.kind) == [.noCriticalFailure])

    let broken = run([unit(pods(1, bad: 0) + "---\nkind: Pod\n")], privileged).result
    #expect(broken.holds(.noRuleError) == false && !broken.isLetThrough)

    let expired = run(fine, privileged, waivers: waiver(), asOf: "2027-01-01").result
    #expect(expired.gate.filter { !$0.holds }.map(\.kind) == [.noExpiredWaiver])

    let few = run(fine, privileged, requirements: GateRequirements(leastRules: 2)).result
    #expect(few.gate.filter { !$0.holds }.map(\.kind) == [.enoughRules])
  }

  @Test func nothingIsNoFullScore() {
    for units in [[], [unit("")]] {
      let result = run(units, privileged).result
      #expect(result.gate.filter { !$0.holds }.map(\.kind) == [.score, .enoughRules])
      #expect(result.score.text == "no rule was evaluated")
    }
  }

  @Test(arguments: [
    (949_999, 1_000_000, "94.9 %"), (95, 100, "95.0 %"), (999_999, 1_000_000, "99.9 %"), (1, 1, "100.0 %"),
    (0, 7, "0.0 %"), (1, 3, "33.3 %"), (2, 3, "66.6 %"),
  ])
  func percentagesAreCutOff(part: Int, whole: Int, text: String) {
    #expect(Fraction(part, whole).percent == text)
  }

  /// Sums of many denominators are larger than any machine word, and still exact.
  @Test func largeSumsAreExact() {
    let primes = [9973, 9967, 9949, 9941, 9931, 9929, 9923, 9907, 9901, 9887, 9883, 9871]
    var sum = Fraction(0, 1), rest = Fraction(0, 1)
    for prime in primes {
      sum = sum + Fraction(1, prime)
      rest = rest + Fraction(prime - 1, prime)
    }
    #expect(sum + rest == Fraction(primes.count, 1))
    #expect((sum + rest) / primes.count == Fraction(1, 1))
    #expect(sum + rest + Fraction(1, Int.max) > Fraction(primes.count, 1))
    #expect(!(sum + rest > Fraction(primes.count, 1)))
  }

  @Test(arguments: [
    ("1970-01-01", "1970-01-02", 1), ("2024-02-28", "2024-03-01", 2), ("2026-02-28", "2026-03-01", 1),
    ("2000-01-01", "2100-01-01", 36525), ("2026-11-21", "2026-11-21", 0),
    ("0001-01-01", "9999-12-31", 3_652_058),
  ])
  func daysAreCounted(from: String, to: String, count: Int) throws {
    let first = try #require(Day(parsing: from)), last = try #require(Day(parsing: to))
    #expect(last.days(since: first) == count && first.days(since: last) == -count)
    #expect(first.description == from && last.description == to)
  }

  @Test(arguments: [
    "", "2026-13-01", "2026-00-10", "2026-04-31", "2025-02-29", "2100-02-29", "26-11-21", "2026-11-1",
    "2026/11/21",
    "2026-11-21T00:00", "+026-11-21", "0000-01-01", "٢٠٢٦-١١-٢١",
  ])
  func whatIsNoDayIsNone(text: String) {
    #expect(Day(parsing: text) == nil)
  }
}
