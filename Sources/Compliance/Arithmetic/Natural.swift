/// A natural number of any size.
///
/// Ratios of many rules have denominators whose product no machine word holds, and a score that is rounded is a
/// score that somebody disputes.
struct Natural: Sendable {
  /// The least significant first; no leading zeros, so that zero is empty.
  private var limbs: [UInt32]

  init(_ value: Int) {
    var rest = UInt64(max(0, value))
    limbs = []
    while rest > 0 {
      limbs.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  static func + (left: Natural, right: Natural) -> Natural {
    var result = left
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      if index == result.limbs.count { result.limbs.append(0) }
      let sum =
        UInt64(result.limbs[index]) + (index < right.limbs.count ? UInt64(right.limbs[index]) : 0) + carry
      result.limbs[index] = UInt32(truncatingIfNeeded: sum)
      carry = sum >> 32
    }
    if carry > 0 { result.limbs.append(UInt32(carry)) }
    return result
  }

  static func * (left: Natural, right: Natural) -> Natural {
    var result = Natural(0)
    result.limbs = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (offset, limb) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (index, other) in right.limbs.enumerated() {
        let sum = UInt64(limb) * UInt64(other) + UInt64(result.limbs[offset + index]) + carry
        result.limbs[offset + index] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      result.limbs[offset + right.limbs.count] = UInt32(carry)
    }
    while result.limbs.last == 0 { result.limbs.removeLast() }
    return result
  }
}

extension Natural: Comparable {
  static func < (left: Natural, right: Natural) -> Bool {
    guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
    for (limb, other) in zip(left.limbs.reversed(), right.limbs.reversed()) where limb != other {
      return limb < other
    }
    return false
  }
}
