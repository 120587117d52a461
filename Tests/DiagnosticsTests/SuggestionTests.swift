import Diagnostics
import TestSupport
import Testing

@Suite struct SuggestionTests {
  @Test(
    arguments: [
      // Case and separators do not count.
      ("replica_count", ["replicas", "replicaCount"], ["replicaCount"]),
      ("ReplicaCount", ["replica-count"], ["replica-count"]),
      // One of each slip: left out, added, replaced, swapped.
      ("relicas", ["replicas"], ["replicas"]),
      ("repliicas", ["replicas"], ["replicas"]),
      ("teplicas", ["replicas"], ["replicas"]),
      ("relpicas", ["replicas"], ["replicas"]),
      // Short words may have one slip, but not nothing in common.
      ("cpus", ["cpu"], ["cpu"]),
      ("prot", ["port", "host"], ["port"]),
      ("x", ["y"], []),
      ("ab", ["ba"], ["ba"]),
      ("ab", ["cd"], []),
      // One slip in three bytes, not more.
      ("abcdef", ["abcdxy", "abcxyz"], ["abcdxy"]),
      // Closest first, equally close in their order, three at most, each once.
      ("abcdef", ["abcdxy", "abcdex", "xbcdef", "abcdef-"], ["abcdef-", "abcdex", "xbcdef"]),
      ("abcdef", ["abcdex", "abcdex"], ["abcdex"]),
      // Nothing to go by.
      ("", ["a"], []),
      ("-", ["_"], []),
      ("replicas", [], []),
      ("replicas", ["image", "ports"], []),
      // The word itself is no suggestion.
      ("port", ["port", "ports"], ["ports"]),
      // Bytes count, so that a replaced two-byte letter is two slips.
      ("größen", ["großen"], ["großen"]),
    ] as [(String, [String], [String])]
  )
  func `finds what was meant`(written: String, candidates: [String], expected: [String]) {
    #expect(nearest(to: written, among: candidates) == expected)
  }

  @Test func `leaves absurdly long words alone`() {
    let word = String(repeating: "a", count: 256)
    #expect(nearest(to: word, among: [word + "b"]).isEmpty)
    #expect(nearest(to: String(word.dropFirst()), among: [word]) == [word])
  }

  @Test(
    arguments: [
      ("replicaz", ["replicas"], "Did you mean 'replicas'?"),
      ("abcx", ["abca", "abcb"], "Did you mean 'abca' or 'abcb'?"),
      ("abcx", ["abca", "abcb", "abcc", "abcd"], "Did you mean 'abca', 'abcb' or 'abcc'?"),
      ("replicas", ["image"], nil),
    ] as [(String, [String], String?)]
  )
  func `asks in a sentence`(written: String, candidates: [String], expected: String?) {
    #expect(didYouMean(written, among: candidates) == expected)
  }

  @Test func `agrees with the textbook distance`() throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let left = word(using: &generator)
      let right = word(using: &generator)
      let distance = textbookDistance(Array(left.utf8), Array(right.utf8))
      let isNear =
        left != right && distance <= max(1, left.utf8.count / 3)
        && distance < max(left.utf8.count, right.utf8.count)
      try #require(
        nearest(to: left, among: [right]) == (isNear ? [right] : []),
        "SPAI_SEED=\(seed), \(left), \(right)"
      )
    }
  }

  private func word(using generator: inout SplitMix64) -> String {
    let count = Int.random(in: 0...9, using: &generator)
    return (0..<count).map { _ in ["a", "b", "c"].randomElement(using: &generator) ?? "" }.joined()
  }

  /// The whole matrix, without trimming or limits.
  private func textbookDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var matrix = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
    for row in left.indices.map({ $0 + 1 }) {
      for column in right.indices.map({ $0 + 1 }) {
        let replaced = matrix[row - 1][column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var best = min(replaced, matrix[row - 1][column] + 1, matrix[row][column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, matrix[row - 2][column - 2] + 1)
        }
        matrix[row][column] = best
      }
    }
    return matrix[left.count][right.count]
  }
}
