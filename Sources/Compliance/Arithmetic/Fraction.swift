/// An exact share, not reduced; compared, added and shown without floating point.
package struct Fraction: Sendable {
  private let numerator: Natural
  private let denominator: Natural

  /// A share of two numbers; the denominator is positive.
  package init(_ numerator: Int, _ denominator: Int) {
    self.init(Natural(numerator), Natural(max(1, denominator)))
  }

  private init(_ numerator: Natural, _ denominator: Natural) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package static func + (left: Fraction, right: Fraction) -> Fraction {
    if left.denominator == right.denominator {
      return Fraction(left.numerator + right.numerator, left.denominator)
    }
    return Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator
    )
  }

  package static func / (left: Fraction, right: Int) -> Fraction {
    Fraction(left.numerator, left.denominator * Natural(max(1, right)))
  }

  /// In per cent with one digit behind the point, cut off and never rounded up: `94.9 %` is not 95.
  ///
  /// A share is at most one.
  package var percent: String {
    var low = 0
    var high = 1001
    while high - low > 1 {
      let middle = (low + high) / 2
      if Fraction(middle, 1000) <= self { low = middle } else { high = middle }
    }
    return "\(low / 10).\(low % 10) %"
  }
}

extension Fraction: Comparable {
  package static func == (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator == right.numerator * left.denominator
  }

  package static func < (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}
