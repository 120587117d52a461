/// A length of time in whole seconds, written as `30s`, `5m`, `1h30m` or `2d`.
package struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// Reads numbers with the units d, h, m, s in that order, each at most once.
  package init?(parsing text: String) {
    var total = 0
    var number: Int?
    var nextUnit = 0
    for byte in text.utf8 {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        let value = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        guard value <= 1_000_000_000 else { return nil }
        number = value
        continue
      }
      guard let value = number,
        let unit = Self.units.indices.first(where: { Self.units[$0].letter == byte }), unit >= nextUnit
      else { return nil }
      total += value * Self.units[unit].seconds
      number = nil
      nextUnit = unit + 1
    }
    guard number == nil, nextUnit > 0, total <= Int(Int32.max) else { return nil }
    seconds = total
  }

  private static let units: [(letter: UInt8, seconds: Int)] = [
    (UInt8(ascii: "d"), 86400), (UInt8(ascii: "h"), 3600), (UInt8(ascii: "m"), 60), (UInt8(ascii: "s"), 1),
  ]

  package var description: String {
    var rest = seconds
    var text = ""
    for unit in Self.units where rest >= unit.seconds {
      text += "\(rest / unit.seconds)\(Character(Unicode.Scalar(unit.letter)))"
      rest %= unit.seconds
    }
    return text.isEmpty ? "0s" : text
  }
}
