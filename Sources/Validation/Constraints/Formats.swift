package import Diagnostics
import Kubernetes

extension Field {
  // MARK: Addresses

  func mustBeAddress(reporting findings: inout Findings) {
    guard let written, CIDR(address: written) == nil else { return }
    refuse(
      .apiAddress,
      "is \(shown), not an IP address",
      help: "Write an address such as 203.0.113.7 or 2001:db8::7.",
      reporting: &findings
    )
  }

  func mustBeRange(reporting findings: inout Findings) {
    guard let written, CIDR(masking: written) == nil else { return }
    refuse(
      .apiAddress,
      "is \(shown), not a range of IP addresses",
      help: "Write a range such as 203.0.113.0/24.",
      reporting: &findings
    )
  }

  /// The host of a URL, or of a rule: a name and no address.
  func mustBeHost(reporting findings: inout Findings) {
    guard let written else { return }
    guard CIDR(address: written) == nil else {
      return refuse(
        .apiAddress,
        "is \(shown), an IP address",
        because: "must be a name",
        help: "Write a host name such as 'api.example.com'.",
        reporting: &findings
      )
    }
    mustBeName(.wildcardSubdomain, reporting: &findings)
  }

  // MARK: Paths

  /// A path inside a volume: relative, and never up.
  func mustBeLocalPath(reporting findings: inout Findings) {
    guard let written, let problem = localPathProblem(written) else { return }
    refuse(
      .apiPath,
      "is \(shown), which \(problem)",
      because: "must stay inside the volume",
      help: "Write a path such as 'conf/app.yaml'.",
      reporting: &findings
    )
  }

  /// A path that may start anywhere, but never leads up.
  func mustNotLeadUp(reporting findings: inout Findings) {
    guard let written, let problem = upwardPathProblem(written) else { return }
    refuse(
      .apiPath,
      "is \(shown), which \(problem)",
      help: "Write the path without '..'.",
      reporting: &findings
    )
  }

  func mustBeAbsolute(reporting findings: inout Findings) {
    guard let written, !written.hasPrefix("/") else { return }
    refuse(
      .apiPath,
      "is \(shown), which does not start with '/'",
      help: "Write an absolute path such as '/data'.",
      reporting: &findings
    )
  }

  /// The path of a URL in a routing rule, in its one normal form.
  func mustBeRoutePath(reporting findings: inout Findings) {
    mustBeAbsolute(reporting: &findings)
    guard let written, written.hasPrefix("/") else { return }
    let inner = ["//", "/./", "/../", "%2f", "%2F"].first { written.contains($0) }
    guard let bad = inner ?? ["/..", "/."].first(where: { written.hasSuffix($0) }) else { return }
    refuse(
      .apiPath,
      "is \(shown), which has '\(bad)' in it",
      because: "a request's path is compared in its normal form",
      help: "Write the path as it is after normalisation, such as '/a/b'.",
      reporting: &findings
    )
  }

  // MARK: Times

  func mustBeSchedule(reporting findings: inout Findings) {
    guard let written, let problem = cronProblem(written) else { return }
    refuse(
      .apiSchedule,
      "is \(shown), which \(problem)",
      because: "must be a schedule of cron",
      help: "Write five fields such as '30 2 * * 1-5'.",
      reporting: &findings
    )
  }

  func mustBeTimeZone(reporting findings: inout Findings) {
    guard let text, let problem = timeZoneProblem(text) else { return }
    refuse(
      .apiSchedule,
      "is \(shown), which \(problem)",
      because: "must be the name of a time zone",
      help: "Write a name such as 'Europe/Berlin' or 'Etc/UTC'.",
      reporting: &findings
    )
  }

  // MARK: Encodings

  func mustBeBase64(reporting findings: inout Findings) {
    guard let text, base64Length(text) == nil else { return }
    refuse(
      .apiEncoding,
      "is not base64",
      help: "Encode the value, or write it in 'stringData' if this is a Secret.",
      reporting: &findings
    )
  }
}

extension Code {
  package static let apiSchedule = Code("SPAI1710", "api-schedule")
  package static let apiAddress = Code("SPAI1711", "api-address")
  package static let apiPath = Code("SPAI1712", "api-path")
  package static let apiEncoding = Code("SPAI1717", "api-encoding")
}
