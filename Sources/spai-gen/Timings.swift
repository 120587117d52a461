internal import Reporting
internal import SpaiGen

/// How long each stage took: over all workers, its share, and the unit that took longest.
func table(_ times: Timings, palette: Palette) -> String {
  func milliseconds(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10_000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
  func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
  func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
  let head =
    left("stage", 10) + right("ms", 10) + right("share", 8) + "  " + left("slowest unit", 40) + "what it does"
  let lines = times.rows.map { row in
    let slowest = row.slowest.map { "\(milliseconds($0.seconds)) \($0.unit)" } ?? ""
    return left(row.stage.rawValue, 10) + right(milliseconds(row.seconds), 10)
      + right("\(Int((row.share * 100).rounded())) %", 8) + "  " + left(slowest, 40) + row.stage.summary
  }
  return ([palette.headline(head)] + lines).joined(separator: "\n")
}
