package import Diagnostics
import Kubernetes

/// A syntax that names of some kind have: what it is called, and what is wrong with a text.
struct NameSyntax: Sendable {
  let title: String
  let help: String
  let problem: @Sendable (String) -> String?

  static let dnsLabel = NameSyntax(
    title: "a DNS label",
    help: "Write at most 63 lower-case letters, digits and '-', such as 'backend'.",
    problem: dnsLabelProblem
  )
  static let serviceName = NameSyntax(
    title: "a DNS label that starts with a letter",
    help: "Write at most 63 lower-case letters, digits and '-', a letter first, such as 'backend'.",
    problem: dns1035LabelProblem
  )
  static let dnsSubdomain = NameSyntax(
    title: "a DNS subdomain",
    help: "Write at most 253 lower-case letters, digits, '-' and '.', such as 'backend.v2'.",
    problem: dnsSubdomainProblem
  )
  static let wildcardSubdomain = NameSyntax(
    title: "a host name, or '*.' and a domain",
    help: "Write a host name such as 'api.example.com' or '*.example.com'.",
    problem: wildcardSubdomainProblem
  )
  static let pathSegment = NameSyntax(
    title: "a part of a URL's path",
    help: "Leave '/' and '%' out.",
    problem: pathSegmentProblem
  )
  static let variable = NameSyntax(
    title: "the name of an environment variable",
    help: "Write printable ASCII without '=', such as 'LOG_LEVEL'.",
    problem: printableVariableProblem
  )
  static let fileKey = NameSyntax(
    title: "a key that can be a file name",
    help: "Write at most 253 letters, digits, '-', '_' and '.', such as 'application.yaml'.",
    problem: configMapKeyProblem
  )
  static let qualified = NameSyntax(
    title: "a qualified name",
    help: "Write a name such as 'ready', or a domain, '/' and a name, such as 'example.com/ready'.",
    problem: labelKeyProblem
  )
  static let domainPath = NameSyntax(
    title: "a domain, '/' and a path",
    help: "Write a name such as 'example.com/controller'.",
    problem: domainPathProblem
  )
  static let header = NameSyntax(
    title: "the name of an HTTP header",
    help: "Write letters, digits and '-', such as 'X-Request-Id'.",
    problem: httpHeaderProblem
  )
  static let sysctl = NameSyntax(
    title: "a kernel setting",
    help: "Write a name such as 'net.core.somaxconn'.",
    problem: sysctlProblem
  )
}

extension Field {
  /// The text must have a syntax; nothing written is no fault of syntax.
  func mustBeName(_ syntax: NameSyntax, reporting findings: inout Findings) {
    guard let written, let problem = syntax.problem(written) else { return }
    refuse(
      .apiName,
      "is \(shown), which \(problem)",
      because: "must be \(syntax.title)",
      help: syntax.help,
      reporting: &findings
    )
  }

  /// The text must be there, and have a syntax.
  func mustBeGiven(as syntax: NameSyntax, reporting findings: inout Findings) {
    mustBeGiven(reporting: &findings)
    mustBeName(syntax, reporting: &findings)
  }

  /// The text, which the schema requires, must not be empty and have a syntax.
  func mustNotBeEmpty(as syntax: NameSyntax, reporting findings: inout Findings) {
    mustNotBeEmpty(reporting: &findings)
    mustBeName(syntax, reporting: &findings)
  }

  /// Every key of the map must have a syntax.
  func keysMustBeNames(_ syntax: NameSyntax, reporting findings: inout Findings) {
    for key in keys {
      guard let problem = syntax.problem(key.text) else { continue }
      key.field.refuse(
        .apiName,
        "is a key that \(problem)",
        because: "must be \(syntax.title)",
        help: syntax.help,
        reporting: &findings
      )
    }
  }

  /// A reference to another object must be a name that such an object can have.
  func mustNameObject(reporting findings: inout Findings) {
    mustBeName(.dnsSubdomain, reporting: &findings)
  }
}

extension Code {
  package static let apiName = Code("SPAI1701", "api-name")
}
