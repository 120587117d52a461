package import YAMLSyntax

/// A share such as 99.95 %, exact to a thousandth of a percent.
///
/// Objectives are decimal fractions; as floating-point numbers their error budgets would be 0.0009999999999999.
package struct Percent: Hashable, Sendable {
  /// The share of 100 000.
  package let parts: Int

  package static let whole = 100_000

  package init(parts: Int) {
    self.parts = parts
  }

  package init?(parsing text: String) {
    let halves = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard (1...2).contains(halves.count), (1...3).contains(halves[0].count),
      halves.allSatisfy({ $0.allSatisfy(digits.contains) }), let percent = Int(Substring(halves[0]))
    else { return nil }
    var thousandths = 0
    if halves.count == 2 {
      guard (1...3).contains(halves[1].count), let number = Int(Substring(halves[1])) else { return nil }
      thousandths = [100, 10, 1][halves[1].count - 1] * number
    }
    let parts = percent * 1000 + thousandths
    guard (1...Self.whole).contains(parts) else { return nil }
    self.parts = parts
  }

  /// What is missing to the whole.
  package var rest: Percent { Percent(parts: Self.whole - parts) }

  /// The share of one, such as 0.999.
  package var fraction: String { decimal(parts, digits: 5) }

  /// The share of a hundred, such as 99.9.
  package var text: String { decimal(parts, digits: 3) }
}

/// A number with so many digits behind the point, without zeros at the end.
package func decimal(_ number: Int, digits: Int) -> String {
  var scale = 1
  for _ in 0..<digits { scale *= 10 }
  var fraction = String(number % scale)
  while fraction.utf8.count < digits { fraction = "0" + fraction }
  while fraction.hasSuffix("0") { fraction.removeLast() }
  return fraction.isEmpty ? String(number / scale) : "\(number / scale).\(fraction)"
}

extension Percent: SpecValue {
  package static var schema: Schema { .scalar(.share) }

  package init?(node: Node) {
    guard let text = node.scalar?.text else { return nil }
    self.init(parsing: text)
  }
}

extension ScalarFormat {
  fileprivate static let share = ScalarFormat(
    "a percentage such as 99.9",
    types: [.integer, .float]
  ) {
    Percent(parsing: $0) == nil
      ? "is not more than 0 and at most 100, with at most three digits behind the point" : nil
  }
}
