/// How much of what the rules ask the manifests do, weighted by severity: a manifest rule score and nothing more.
///
/// Every rule counts by its own ratio, so that many good pods cannot hide one bad namespace.
package struct Score: Sendable {
  /// Waived failures count as failures; nil where no rule was evaluated.
  package let strict: Fraction?
  /// Waived subjects are left out.
  package let adjusted: Fraction?
  /// How many subjects are waived.
  package let waived: Int
  /// How many rules went into the strict score.
  package let rules: Int

  /// The score of some rules about some subjects.
  package init(_ results: [RuleResult]) {
    let tallies = results.filter { $0.status == .evaluated }.map { ($0.rule.severity.weight, $0.tally) }
    rules = tallies.count
    waived = tallies.reduce(0) { $0 + $1.1[.waived] }
    strict = weightedMean(tallies.map { ($0, $1[.passed], $1.decided) })
    adjusted = weightedMean(tallies.map { ($0, $1[.passed], $1[.passed] + $1[.failed]) })
  }

  /// For instance `strict 96.1 % / adjusted 97.4 % (3 waived)`.
  package var text: String {
    guard let strict else { return "no rule was evaluated" }
    return "strict \(strict.percent) / adjusted \(adjusted?.percent ?? "none") (\(waived) waived)"
  }
}

/// The mean of ratios; nil where every one is of nothing.
private func weightedMean(_ ratios: [(weight: Int, part: Int, whole: Int)]) -> Fraction? {
  let ratios = ratios.filter { $0.whole > 0 }
  let weights = ratios.reduce(0) { $0 + $1.weight }
  guard weights > 0 else { return nil }
  // One sum for each denominator: most rules are about the same number of pods.
  var sums: [Int: Int] = [:]
  for ratio in ratios { sums[ratio.whole, default: 0] += ratio.weight * ratio.part }
  let total = sums.sorted { $0.key < $1.key }.reduce(Fraction(0, 1)) { $0 + Fraction($1.value, $1.key) }
  return total / weights
}
