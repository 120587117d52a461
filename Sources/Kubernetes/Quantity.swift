/// A Kubernetes resource quantity, such as `500m`, `2` or `4Gi`: exact, and comparable.
///
/// The value is a whole number of thousandths, which is what cpu is counted in; finer parts are rounded up, as
/// the API server rounds beyond its own scale.
package struct Quantity: Hashable, Comparable, Sendable {
  /// The value times 1000.
  private let milli: Int128
  /// Whether it was written with a binary suffix, which its canonical form keeps.
  private let isBinary: Bool
  /// As it was written.
  package let text: String

  package static let zero = Quantity(milli: 0, isBinary: false)

  private init(milli: Int128, isBinary: Bool) {
    self.milli = milli
    self.isBinary = isBinary
    text = Self.canonical(milli, isBinary)
  }

  package init(_ count: Int) {
    self.init(milli: Int128(count) * 1000, isBinary: false)
  }

  /// Reads the API server's notation: a decimal number, then one of n u m k M G T P E, Ki Mi Gi Ti Pi Ei, or
  /// an exponent.
  ///
  /// Numbers beyond 2^63 are refused.
  package init?(parsing text: String) {
    var bytes = text.utf8[...]
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    var digits: Int128 = 0
    var scale = 0
    var seen = 0
    var hasPoint = false
    while let byte = bytes.first {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        guard seen < 21 else { return nil }
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
        scale += hasPoint ? 1 : 0
        seen += 1
      } else {
        break
      }
      bytes = bytes.dropFirst()
    }
    guard seen > 0, let unit = Unit(suffix: String(Substring(bytes))) else { return nil }
    var numerator = digits * 1000
    switch unit {
    case .binary(let power): numerator <<= Int128(10 * power)
    case .decimal(let exponent): scale -= exponent
    }
    while scale < 0 {
      guard numerator < Int128.max / 10 else { return nil }
      numerator *= 10
      scale += 1
    }
    var divisor: Int128 = 1
    for _ in 0..<min(scale, 36) { divisor *= 10 }
    let milli = (numerator + divisor - 1) / divisor
    guard milli / 1000 <= Int128(Int64.max) else { return nil }
    self.milli = isNegative ? -milli : milli
    if case .binary = unit { isBinary = true } else { isBinary = false }
    self.text = text
  }

  private enum Unit {
    case binary(Int)
    case decimal(Int)

    private static let decimals = [
      "n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18,
    ]
    private static let binaries = ["Ki": 1, "Mi": 2, "Gi": 3, "Ti": 4, "Pi": 5, "Ei": 6]

    init?(suffix: String) {
      if let exponent = Self.decimals[suffix] {
        self = .decimal(exponent)
      } else if let power = Self.binaries[suffix] {
        self = .binary(power)
      } else if suffix.first == "e" || suffix.first == "E", let exponent = Int(suffix.dropFirst()),
        (-18...18).contains(exponent)
      {
        self = .decimal(exponent)
      } else {
        return nil
      }
    }
  }

  /// The value times 1000.
  package var thousandths: Int128 { milli }
  package var isNegative: Bool { milli < 0 }
  package var isZero: Bool { milli == 0 }
  /// Whether there are no thousandths.
  package var isWhole: Bool { milli % 1000 == 0 }

  /// The value in whole units, rounded up: bytes, or cores.
  package var wholeUnits: Int {
    Int((milli + 999) / 1000)
  }

  /// The API server's own form: the largest suffix that leaves a whole number.
  package var canonical: String {
    Self.canonical(milli, isBinary)
  }

  private static func canonical(_ milli: Int128, _ isBinary: Bool) -> String {
    if milli == 0 { return "0" }
    guard milli % 1000 == 0 else { return "\(milli)m" }
    var value = milli / 1000
    let (base, suffixes): (Int128, [String]) =
      isBinary && abs(value) >= 1024
      ? (1024, ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]) : (1000, ["", "k", "M", "G", "T", "P", "E"])
    var index = 0
    while value % base == 0, index < suffixes.count - 1 {
      value /= base
      index += 1
    }
    return "\(value)\(suffixes[index])"
  }

  package enum Rounding: Sendable {
    /// Thousandths, as cpu is counted.
    case milli
    /// Mebibytes, as memory is talked about.
    case mebi
    /// Whole devices, bytes or cores.
    case unit
  }

  /// A share of the quantity, rounded up.
  package func percent(_ share: Int, roundingTo rounding: Rounding) -> Quantity {
    let exact = milli * Int128(share)
    let rounded: Int128 =
      switch rounding {
      case .milli: (exact + 99) / 100
      case .unit: (exact + 99_999) / 100_000 * 1000
      case .mebi: (exact + (100_000 << 20) - 1) / (100_000 << 20) * (1000 << 20)
      }
    return Quantity(milli: rounded, isBinary: isBinary || rounding == .mebi)
  }

  package static func + (left: Quantity, right: Quantity) -> Quantity {
    Quantity(milli: left.milli + right.milli, isBinary: left.isBinary || right.isBinary)
  }

  package static func - (left: Quantity, right: Quantity) -> Quantity {
    Quantity(milli: left.milli - right.milli, isBinary: left.isBinary || right.isBinary)
  }

  package static func * (left: Quantity, count: Int) -> Quantity {
    Quantity(milli: left.milli * Int128(count), isBinary: left.isBinary)
  }

  package static func < (left: Quantity, right: Quantity) -> Bool { left.milli < right.milli }
  package static func == (left: Quantity, right: Quantity) -> Bool { left.milli == right.milli }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(milli)
  }
}
