package import YAMLSyntax
internal import Kubernetes

/// How a scalar is written, and what is wrong with one that isn't.
package struct ScalarFormat: Sendable {
  /// What is expected, for messages: `a duration such as 30s or 2h`.
  package let expectation: String
  /// The YAML types that the format takes; numbers keep their text.
  package let types: [ScalarType]
  /// The only words that are allowed; empty where any is.
  package let words: [String]
  /// The bounds of an integer.
  package let range: ClosedRange<Int>?
  /// Why this text is not one, in a few words; nil when it is.
  package let problem: @Sendable (String) -> String?

  package init(
    _ expectation: String,
    types: [ScalarType] = [.string, .integer, .float],
    words: [String] = [],
    range: ClosedRange<Int>? = nil,
    problem: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.expectation = expectation
    self.types = types
    self.words = words
    self.range = range
    self.problem = problem
  }
}

extension ScalarFormat {
  package static let text = ScalarFormat("text", types: [.string, .integer, .float, .boolean])
  package static let flag = ScalarFormat("true or false", types: [.boolean])

  package static func integer(_ range: ClosedRange<Int> = 0...Int(Int32.max)) -> ScalarFormat {
    let expectation =
      range.upperBound == Int(Int32.max)
      ? "a whole number from \(range.lowerBound)"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return ScalarFormat(expectation, types: [.integer], range: range) { text in
      guard let number = Int(text) else { return "is not written in decimal digits, or is too large" }
      return range.contains(number) ? nil : "is out of range"
    }
  }

  package static let percentage = integer(1...100)
  package static let portNumber = integer(1...65535)

  package static func word(of words: [String]) -> ScalarFormat {
    ScalarFormat("one of \(words.joined(separator: ", "))", types: [.string], words: words) { text in
      words.contains(text) ? nil : "is none of them"
    }
  }

  package static let quantity = ScalarFormat("a quantity such as 500m, 2 or 4Gi") { text in
    guard let quantity = Quantity(parsing: text) else { return "is not in Kubernetes' notation" }
    return quantity.isNegative ? "is negative" : nil
  }

  package static let duration = ScalarFormat("a duration such as 30s, 5m or 1h30m", types: [.string]) {
    text in
    TimeSpan(parsing: text) == nil ? "has no unit, or is not in the order d, h, m, s" : nil
  }

  package static let cidr = ScalarFormat("an address range such as 203.0.113.0/24", types: [.string]) {
    text in
    CIDR(parsing: text) == nil ? "is not in CIDR notation, or has bits set behind the prefix" : nil
  }

  package static let cron = ScalarFormat("a cron schedule such as '0 2 * * *'", types: [.string]) { text in
    cronProblem(text)
  }

  package static let timeZone = ScalarFormat("a time zone such as Europe/Berlin", types: [.string]) { text in
    timeZoneProblem(text)
  }

  /// The name of a thing that becomes (part of) the name of a Kubernetes object.
  package static let name = ScalarFormat("a DNS label such as backend", types: [.string]) { text in
    dnsLabelProblem(text)
  }

  /// A tier's or resource tier's name; `enterprise_plus` becomes `enterprise-plus` in Kubernetes.
  package static let tierName = ScalarFormat("a name such as enterprise_plus", types: [.string]) { text in
    dnsLabelProblem(dnsSafe(text))
  }

  package static let domain = ScalarFormat("a domain such as example.com", types: [.string]) { text in
    dnsSubdomainProblem(text)
  }

  package static let portName = ScalarFormat("a port name such as http", types: [.string]) { text in
    portNameProblem(text)
  }

  package static let environmentVariable = ScalarFormat("a variable name such as LOG_LEVEL", types: [.string])
  {
    environmentVariableProblem($0)
  }

  package static let fileName = ScalarFormat("a file name such as app.yaml", types: [.string]) { text in
    configMapKeyProblem(text)
  }

  package static let path = ScalarFormat("an absolute path such as /data", types: [.string]) { text in
    absolutePathProblem(text)
  }

  package static let labelKey = ScalarFormat("a label key such as example.com/team", types: [.string]) {
    text in
    labelKeyProblem(text)
  }

  package static let labelValue = ScalarFormat("a label value") { text in
    labelValueProblem(text)
  }

  package static let imageName = ScalarFormat("an image name such as team/backend", types: [.string]) {
    text in
    imageRepositoryProblem(text)
  }

  package static let imageTag = ScalarFormat("an image tag such as 2.4.1") { text in
    imageTagProblem(text)
  }

  package static let imageDigest = ScalarFormat("a digest such as sha256:…", types: [.string]) { text in
    imageDigestProblem(text)
  }

  package static let date = ScalarFormat("a day such as 2027-03-31", types: [.string]) { text in
    dateProblem(text)
  }

  package static let decimal = ScalarFormat("a number such as 0.99", types: [.integer, .float, .string]) {
    decimalProblem($0)
  }

  package static let httpURL = ScalarFormat(
    "a URL such as http://prometheus.monitoring:9090",
    types: [.string]
  ) {
    text in
    let isURL = ["http://", "https://"].contains { text.hasPrefix($0) && text != $0 }
    return isURL && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? nil : "is none of http or https"
  }

  /// A word that means itself in a header, a cookie and a regular expression.
  package static let token = ScalarFormat("a word of letters, digits, '-' and '_'") { text in
    tokenProblem(text)
  }

  /// A number of pods, or a share of them.
  package static let countOrPercent = ScalarFormat(
    "a number such as 1, or a share such as 25%",
    types: [.integer, .string]
  ) {
    CountOrPercent(parsing: $0) == nil ? "is neither" : nil
  }
}
