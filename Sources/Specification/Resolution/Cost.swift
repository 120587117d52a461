package import Kubernetes

/// An exact amount of money for a month.
///
/// A month is 730 hours, a twelfth of a year of 365 days, and schedules are counted over seven such years, after
/// which the days of the week begin anew. So every cost is a whole number of one small unit, and nothing is rounded
/// before it is shown. What no Int128 holds is as much as one holds: it is over every budget anyway.
package struct Cost: Hashable, Comparable, Sendable {
  private let units: Int128

  package static let zero = Cost(units: 0)

  private init(units: Int128) {
    self.units = units
  }

  /// Whole units of a currency.
  package init(_ amount: Int) {
    units = Self.product(Int128(amount), Self.unitsPerWhole)
  }

  /// So many cpus for a time.
  package init(cpu: Quantity, at price: Price, for time: PodTime) {
    units = Self.product(Int128(price.millionths), cpu.thousandths, time.seconds, Self.gibi)
  }

  /// So many bytes of memory for a time, at the price of a GiB.
  package init(memory: Quantity, at price: Price, for time: PodTime) {
    units = Self.product(Int128(price.millionths), Int128(memory.wholeUnits), time.seconds, 1000)
  }

  /// So many GPUs, or parts of them, for a time.
  package init(gpus: Int, at price: Price, for time: PodTime) {
    units = Self.product(Int128(price.millionths), Int128(gpus), time.seconds, 1000, Self.gibi)
  }

  /// So many bytes of storage for the whole month, at the price of a GiB.
  package init(storage: Quantity, at price: Price) {
    units = Self.product(
      Int128(price.millionths),
      Int128(storage.wholeUnits),
      1000,
      Int128(PodTime.secondsOfAnHour * PodTime.months)
    )
  }

  private static let gibi: Int128 = 1 << 30
  /// Millionths, thousandths of a cpu, seconds of an hour, months, and bytes of a GiB.
  private static let unitsPerWhole =
    1_000_000 * 1000 * Int128(PodTime.secondsOfAnHour * PodTime.months) * gibi

  private static func product(_ factors: Int128...) -> Int128 {
    factors.reduce(1) { product, factor in
      let (result, isTooLarge) = product.multipliedReportingOverflow(by: factor)
      return isTooLarge ? .max : result
    }
  }

  package static func + (left: Cost, right: Cost) -> Cost {
    let (sum, isTooLarge) = left.units.addingReportingOverflow(right.units)
    return Cost(units: isTooLarge ? .max : sum)
  }

  package static func < (left: Cost, right: Cost) -> Bool { left.units < right.units }

  package var isZero: Bool { units == 0 }

  /// With two digits behind the point, rounded to the nearest.
  package var text: String {
    let unit = Self.unitsPerWhole / 100
    let hundredths = units / unit + (units % unit >= unit / 2 ? 1 : 0)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// In per cent of an amount with one digit behind the point, cut off.
  package func share(of amount: Int) -> String {
    guard amount > 0 else { return "-" }
    let thousandths = units / (Self.unitsPerWhole / 1000 * Int128(amount))
    return "\(thousandths / 10).\(thousandths % 10) %"
  }
}

/// The time that pods work, all of them together: seconds in seven years of 365 days, which are 84 months.
package struct PodTime: Sendable {
  fileprivate let seconds: Int128

  fileprivate static let secondsOfAnHour = 3600
  fileprivate static let months = 84
  private static let whole = Int128(months * 730 * secondsOfAnHour)

  /// So many pods that always work.
  package static func always(_ pods: Int) -> PodTime { PodTime(seconds: Int128(pods) * whole) }

  /// One run a month.
  package static func monthly(_ pods: Int, _ time: TimeSpan) -> PodTime {
    PodTime(seconds: Int128(pods) * Int128(time.seconds) * Int128(months))
  }

  /// So many runs in seven years.
  package static func runs(_ count: Int, of pods: Int, _ time: TimeSpan) -> PodTime {
    PodTime(seconds: Int128(count) * Int128(pods) * Int128(time.seconds))
  }

  package func atMost(_ other: PodTime) -> PodTime { seconds < other.seconds ? self : other }
}
