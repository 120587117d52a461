/// The nanoseconds of a duration as Go's `time.ParseDuration` reads it, such as `1h30m` or `1.5s`; nil where it
/// is none.
package func goDurationNanoseconds(_ text: String) -> Int? {
  var rest = Array(text.utf8)[...]
  let isNegative = rest.first == UInt8(ascii: "-")
  if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
  if rest.elementsEqual("0".utf8) { return 0 }
  guard !rest.isEmpty else { return nil }
  var total = 0.0
  while !rest.isEmpty {
    let number = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    rest = rest.dropFirst(number.count)
    let unit = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
    rest = rest.dropFirst(unit.count)
    guard let value = Double(String(decoding: number, as: UTF8.self)),
      let scale = goUnits[String(decoding: unit, as: UTF8.self)]
    else { return nil }
    total += value * scale
  }
  // A duration of Go is 64 bits of nanoseconds.
  guard total < 9.2e18 else { return nil }
  return Int(isNegative ? -total : total)
}

private let goUnits = [
  "ns": 1.0, "us": 1e3, "µs": 1e3, "ms": 1e6, "s": 1e9, "m": 60e9, "h": 3600e9,
]
