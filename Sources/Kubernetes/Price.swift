/// A price as it was written, to the millionth: no binary fraction stands for 0.1.
package struct Price: Hashable, Sendable {
  package let millionths: Int
  /// For instance `0.0425`.
  package let text: String

  /// Reads a decimal number of at most nine digits before and six behind the point.
  package init?(parsing text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...9).contains(parts[0].count),
      parts.count == 1 || (1...6).contains(parts[1].count)
    else { return nil }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 6 - fraction.count)
    var value = 0
    for byte in Array(parts[0]) + fraction + zeros {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    millionths = value
    self.text = text
  }
}
