package import Diagnostics
import Kubernetes

extension Field {
  /// A number must lie between two bounds.
  func mustLie(in range: ClosedRange<Int>, reporting findings: inout Findings) {
    guard let integer, !range.contains(integer) else { return }
    refuse(
      .apiRange,
      "is \(integer), not between \(range.lowerBound) and \(range.upperBound)",
      help: "Write a number from \(range.lowerBound) to \(range.upperBound).",
      reporting: &findings
    )
  }

  func mustBeAtLeast(_ minimum: Int, reporting findings: inout Findings) {
    guard let integer, integer < minimum else { return }
    refuse(
      .apiRange,
      "is \(integer), less than \(minimum)",
      help: "Write \(minimum) or more.",
      reporting: &findings
    )
  }

  /// Every one of the keys must hold no negative number.
  func mustNotBeNegative(_ keys: [String], reporting findings: inout Findings) {
    for key in keys { self[key].mustBeAtLeast(0, reporting: &findings) }
  }

  /// A user or group of Linux, which Kubernetes bounds to 31 bits.
  func mustBeUserID(reporting findings: inout Findings) {
    mustLie(in: 0...Int(Int32.max), reporting: &findings)
  }

  /// A list that is there must have a number of elements within bounds; `what` names the elements.
  func mustHave(_ range: ClosedRange<Int>, called what: String, reporting findings: inout Findings) {
    guard isList else { return }
    let count = items.count
    guard !range.contains(count) else { return }
    refuse(
      count == 0 ? .apiRequired : .apiSize,
      count == 0 ? "has no \(what)" : "has \(count) \(what), more than \(range.upperBound)",
      help: count == 0 ? "Write at least one." : "Keep at most \(range.upperBound).",
      reporting: &findings
    )
  }

  // MARK: Counts and shares

  /// A count or a percentage; nil where it is neither.
  var countOrShare: (number: Int, isShare: Bool)? {
    if let integer { return (integer, false) }
    guard let text, text.utf8.last == UInt8(ascii: "%") else { return nil }
    let digits = text.utf8.dropLast()
    guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(String(Substring(digits))).map { ($0, true) }
  }

  /// Must be a count of at least 0, or a percentage such as `25%`.
  func mustBeCountOrShare(reporting findings: inout Findings) {
    guard countOrShare == nil, text != nil else { return mustBeAtLeast(0, reporting: &findings) }
    refuse(
      .apiRange,
      "is \(shown), neither a number nor a percentage",
      help: "Write a number such as 1, or a percentage such as 25%.",
      reporting: &findings
    )
  }

  /// Must be a count of at least 0, or a percentage of at most 100 %.
  func mustBeCountOrPart(reporting findings: inout Findings) {
    mustBeCountOrShare(reporting: &findings)
    guard let countOrShare, countOrShare.isShare, countOrShare.number > 100 else { return }
    refuse(
      .apiRange,
      "is \(shown), more than 100%",
      help: "Write a percentage from 0% to 100%.",
      reporting: &findings
    )
  }

  // MARK: Ports

  func mustBePortNumber(reporting findings: inout Findings) {
    guard let integer, !(1...65535).contains(integer) else { return }
    refuse(
      .apiPort,
      "is \(integer), not a port from 1 to 65535",
      help: "Write a port from 1 to 65535.",
      reporting: &findings
    )
  }

  func mustBePortName(reporting findings: inout Findings) {
    guard let written, let problem = portNameProblem(written) else { return }
    refuse(
      .apiPort,
      "is \(shown), which \(problem)",
      because: "must be the name of a port",
      help: "Write at most 15 lower-case letters, digits and '-', such as 'http'.",
      reporting: &findings
    )
  }

  /// A port's number, or the name of one.
  func mustBePort(reporting findings: inout Findings) {
    mustBePortNumber(reporting: &findings)
    mustBePortName(reporting: &findings)
  }

  func mustBeProtocol(reporting findings: inout Findings) {
    mustBe(oneOf: ["TCP", "UDP", "SCTP"], reporting: &findings)
  }
}

extension Code {
  package static let apiPort = Code("SPAI1705", "api-port")
  package static let apiRange = Code("SPAI1707", "api-range")
}
