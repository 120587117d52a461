import Diagnostics
import Kubernetes

/// How long a route waits: for the whole request, and for one backend.
func checkTimeouts(_ timeouts: Field, reporting findings: inout Findings) {
  let whole = timeouts["request"], part = timeouts["backendRequest"]
  for field in [whole, part] { field.mustBeRouteDuration(reporting: &findings) }
  guard let most = whole.text.flatMap(goDurationNanoseconds), most > 0,
    let own = part.text.flatMap(goDurationNanoseconds), own > most
  else { return }
  part.refuse(
    .apiRange,
    "is \(part.shown), more than 'request', \(whole.shown)",
    because: "a part ends before the whole",
    help: "Write a shorter time.",
    beside: whole,
    reporting: &findings
  )
}

extension Field {
  fileprivate func mustBeRouteDuration(reporting findings: inout Findings) {
    guard let written, !isRouteDuration(written) else { return }
    refuse(
      .apiSchedule,
      "is \(shown), not a duration",
      because: "must be at most four whole numbers with h, m, s or ms",
      help: "Write a duration such as '10s' or '1m30s'.",
      reporting: &findings
    )
  }
}

/// Whether a text is a duration of the Gateway API: one to four numbers of at most five digits, each with h, m,
/// s or ms.
private func isRouteDuration(_ text: String) -> Bool {
  func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  var rest = text.utf8[...]
  var count = 0
  while !rest.isEmpty {
    let number = rest.prefix(while: isDigit)
    rest = rest.dropFirst(number.count)
    let unit = rest.prefix { !isDigit($0) }
    rest = rest.dropFirst(unit.count)
    count += 1
    guard (1...5).contains(number.count), ["h", "m", "s", "ms"].contains(String(Substring(unit))) else {
      return false
    }
  }
  return (1...4).contains(count)
}
