package import YAMLSyntax

/// Time series of one metric: its name, and labels that choose among them.
package struct Series: Hashable, Sendable {
  package let metric: String
  /// What stands between the braces, such as `code=~"5.."`.
  package let matchers: String

  package init?(parsing text: String) {
    guard let brace = text.utf8.firstIndex(of: UInt8(ascii: "{")) else {
      guard metricNameProblem(text) == nil else { return nil }
      metric = text
      matchers = ""
      return
    }
    metric = String(text[..<brace])
    guard metricNameProblem(metric) == nil, text.utf8.last == UInt8(ascii: "}") else { return nil }
    matchers = String(text[text.utf8.index(after: brace)...].dropLast())
    guard isListOfMatchers(matchers) else { return nil }
  }

  /// The series that further matchers choose among these, of the metric with so much behind its name.
  package func selecting(_ further: String, suffix: String = "") -> String {
    "\(metric)\(suffix){\(matchers.isEmpty ? further : "\(further),\(matchers)")}"
  }
}

/// Why a text is not the name of a metric; nil when it is.
func metricNameProblem(_ text: String) -> String? {
  let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:".utf8)
  let digits = Set("0123456789".utf8)
  guard let first = text.utf8.first else { return "is empty" }
  if !letters.contains(first) { return "does not start with a letter" }
  return text.utf8.allSatisfy { letters.contains($0) || digits.contains($0) }
    ? nil : "has other characters than letters, digits, '_' and ':'"
}

/// Whether a text is a list of `label="value"`, `!=`, `=~` or `!~`, with values in double quotes.
private func isListOfMatchers(_ text: String) -> Bool {
  var rest = Array(text.utf8)[...]
  repeat {
    let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "!") }
    guard metricNameProblem(String(decoding: name, as: UTF8.self)) == nil, !name.contains(UInt8(ascii: ":"))
    else { return false }
    rest = rest.dropFirst(name.count)
    let operators = ["=~", "!~", "!=", "="]
    guard let word = operators.first(where: { rest.starts(with: $0.utf8) }) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    guard rest.popFirst() == UInt8(ascii: "\"") else { return false }
    var isClosed = false
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") { _ = rest.popFirst() }
      if byte == UInt8(ascii: "\"") {
        isClosed = true
        break
      }
    }
    if !isClosed { return false }
    if rest.isEmpty { return true }
  } while rest.popFirst() == UInt8(ascii: ",")
  return false
}

extension Series: SpecValue {
  package static var schema: Schema { .scalar(.series) }

  package init?(node: Node) {
    guard let text = node.scalar?.text else { return nil }
    self.init(parsing: text)
  }
}

extension ScalarFormat {
  fileprivate static let series = ScalarFormat(
    "a metric such as http_requests_total{code=~\"5..\"}",
    types: [.string]
  ) {
    Series(parsing: $0) == nil ? "is not a name with matchers in braces" : nil
  }

  static let metricName = ScalarFormat("a metric's name such as orders_total", types: [.string]) {
    metricNameProblem($0)
  }
}
