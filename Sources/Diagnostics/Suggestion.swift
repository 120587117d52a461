/// The candidates that somebody may have meant, closest first, at most three.
///
/// Case, `-` and `_` do not count, so that `replica_count` finds `replicaCount`; beyond that one slip in
/// three bytes is allowed. Equally close candidates keep their order.
package func nearest(to written: String, among candidates: [String]) -> [String] {
  let word = folded(written)
  guard word.count <= longestWord else { return [] }
  let limit = max(1, word.count / 3)
  var near: [[String]] = Array(repeating: [], count: limit + 1)
  for candidate in candidates where candidate != written {
    let other = folded(candidate)
    guard abs(word.count - other.count) <= limit else { continue }
    let distance = distance(word[...], other[...])
    // Where every byte differs, nothing was nearly written.
    guard distance <= limit, distance < max(word.count, other.count) else { continue }
    if !near[distance].contains(candidate) { near[distance].append(candidate) }
  }
  return Array(near.joined().prefix(3))
}

/// A sentence that offers the nearest candidates, such as `Did you mean 'replicas'?`; nil where none is near.
package func didYouMean(_ written: String, among candidates: [String]) -> String? {
  let quoted = nearest(to: written, among: candidates).map { "'\($0)'" }
  guard let last = quoted.last else { return nil }
  guard quoted.count > 1 else { return "Did you mean \(last)?" }
  return "Did you mean \(quoted.dropLast().joined(separator: ", ")) or \(last)?"
}

/// Longer words are no typing slips, and comparing them takes the product of their lengths.
private let longestWord = 255

/// The bytes of a word in lower case, without `-` and `_`.
private func folded(_ word: String) -> [UInt8] {
  word.utf8.compactMap { byte in
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "-"), UInt8(ascii: "_"): nil
    default: byte
    }
  }
}

/// The optimal string alignment distance: inserted, deleted, replaced and swapped bytes.
private func distance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
  let (left, right) = withoutSharedEnds(left, right)
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  var current = beforeLast
  for row in 1...left.count {
    let byte = left[left.startIndex + row - 1]
    current[0] = row
    for column in 1...right.count {
      let other = right[right.startIndex + column - 1]
      var best = last[column - 1] + (byte == other ? 0 : 1)
      best = min(best, last[column] + 1, current[column - 1] + 1)
      if row > 1, column > 1, byte == right[right.startIndex + column - 2],
        left[left.startIndex + row - 2] == other
      {
        best = min(best, beforeLast[column - 2] + 1)
      }
      current[column] = best
    }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[right.count]
}

/// Both words without the prefix and the suffix that they share, which cost nothing.
private func withoutSharedEnds(
  _ left: ArraySlice<UInt8>,
  _ right: ArraySlice<UInt8>
) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
  let prefix = zip(left, right).prefix { $0 == $1 }.count
  let left = left.dropFirst(prefix)
  let right = right.dropFirst(prefix)
  let suffix = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
  return (left.dropLast(suffix), right.dropLast(suffix))
}
