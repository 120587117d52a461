/// More names and texts as the API server checks them; each says in a few words what is wrong, or nil.
///
/// Source: k8s.io/apimachinery `util/validation` and `api/validation/path`.

/// An RFC 1035 label, as services have it: an RFC 1123 label that starts with a letter.
package func dns1035LabelProblem(_ text: String) -> String? {
  if let problem = dnsLabelProblem(text) { return problem }
  return text.utf8.first.map(isDigit) == true ? "starts with a digit" : nil
}

/// A subdomain that may start with `*.`, as hosts of an Ingress do.
package func wildcardSubdomainProblem(_ text: String) -> String? {
  if text == "*" || text == "*." { return "is a wildcard of no domain" }
  let domain = text.hasPrefix("*.") ? String(text.dropFirst(2)) : text
  return domain.contains("*") ? "has '*' elsewhere than as its first part" : dnsSubdomainProblem(domain)
}

/// A name that can be a part of a URL's path, as roles have it.
package func pathSegmentProblem(_ text: String) -> String? {
  if text.isEmpty { return "is empty" }
  if text == "." || text == ".." { return "is a step between folders" }
  return text.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }
    ? "has '/' or '%' in it" : nil
}

/// The name of an environment variable since 1.32: any printable ASCII but '='.
package func printableVariableProblem(_ text: String) -> String? {
  if text.isEmpty { return "is empty" }
  return text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "=") }
    ? nil : "has '=' or characters that are not printable ASCII"
}

/// A domain, a slash and a path, as controllers are called.
package func domainPathProblem(_ text: String) -> String? {
  let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2 else { return "has no '/' after a domain" }
  if let problem = dnsSubdomainProblem(String(parts[0])) { return "has a domain that \(problem)" }
  return parts[1].isEmpty ? "has no path after its domain" : nil
}

/// The name of an HTTP header: a token of RFC 7230, of which an API server takes letters, digits and '-'.
package func httpHeaderProblem(_ text: String) -> String? {
  if text.isEmpty { return "is empty" }
  return text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    ? nil : "has characters other than letters, digits, '-' and '_'"
}

/// A name of the kernel's settings, with dots or slashes between its parts.
package func sysctlProblem(_ text: String) -> String? {
  if text.isEmpty { return "is empty" }
  if text.utf8.count > 253 { return "is longer than 253 characters" }
  let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }
  let isWord = parts.allSatisfy { part in
    guard let first = part.utf8.first, let last = part.utf8.last else { return false }
    return [first, last].allSatisfy { isLower($0) || isDigit($0) }
      && part.utf8.allSatisfy {
        isLower($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
  return isWord ? nil : "has parts that are not lower-case letters, digits, '-' and '_'"
}

/// A path inside a volume: relative, and never up.
package func localPathProblem(_ text: String) -> String? {
  if text.isEmpty { return "is empty" }
  if text.hasPrefix("/") { return "is absolute" }
  return upwardPathProblem(text)
}

/// A path that may be absolute, but never leads up.
package func upwardPathProblem(_ text: String) -> String? {
  text.split(separator: "/").contains("..") ? "has '..' in it" : nil
}
