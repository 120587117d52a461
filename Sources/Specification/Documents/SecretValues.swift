package import Diagnostics
internal import YAMLSyntax

/// Reports every text that looks like the value of a secret: specs only ever refer to a store.
///
/// Two signs count: the well-known shapes of credentials, and a literal under a name that says secret.
func checkForSecretValues(_ node: Node, reporting findings: inout Findings) {
  switch node.content {
  case .scalar:
    checkForCredentials(node, reporting: &findings)
  case .sequence(let nodes):
    for node in nodes { checkForSecretValues(node, reporting: &findings) }
  case .mapping(let mapping):
    for entry in mapping.entries {
      if entry.key == "secrets" {
        checkForCredentials(entry.value, reporting: &findings)
        continue
      }
      if entry.key == "env" {
        checkNames(in: entry.value, reporting: &findings)
      }
      checkForSecretValues(entry.value, reporting: &findings)
    }
  }
}

/// Reports texts of the shape of a credential only: under `secrets`, a name such as DB_PASSWORD maps to the
/// name of a property, which is a reference.
private func checkForCredentials(_ node: Node, reporting findings: inout Findings) {
  switch node.content {
  case .scalar(let scalar):
    if scalar.type == .string, let sign = credentialSign(in: scalar.text) {
      findings.report(.secretValue(node, "it looks like \(sign)"))
    }
  case .sequence(let nodes):
    for node in nodes { checkForCredentials(node, reporting: &findings) }
  case .mapping(let mapping):
    for entry in mapping.entries { checkForCredentials(entry.value, reporting: &findings) }
  }
}

/// Reports literals under names of credentials.
private func checkNames(in variables: Node, reporting findings: inout Findings) {
  guard let mapping = variables.mapping else { return }
  for entry in mapping.entries {
    guard let scalar = entry.value.scalar, scalar.type == .string, !scalar.text.isEmpty,
      namesASecret(entry.key), !isReference(scalar.text)
    else { continue }
    findings.report(.secretValue(entry.value, "the name '\(entry.key)' says so"))
  }
}

/// Whether the last words of a variable's name are those of a credential.
private func namesASecret(_ name: String) -> Bool {
  let upper = name.uppercased()
  return [
    "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "API_KEY", "APIKEY", "PRIVATE_KEY",
    "ACCESS_KEY", "SECRET_KEY", "CREDENTIALS",
  ].contains { upper.hasSuffix($0) }
}

/// Paths and URLs without a user part say where a secret is, not what it is.
private func isReference(_ text: String) -> Bool {
  text.hasPrefix("/") || text.hasPrefix("https://") || text.hasPrefix("http://")
}

/// The kind of credential that a text is, by its published shape.
///
/// Sources: the prefix lists of GitHub, GitLab, Slack, Stripe, AWS and Google API credentials; RFC 7468 for
/// PEM; RFC 3986 for the user part of a URL.
private func credentialSign(in text: String) -> String? {
  if text.contains("-----BEGIN ") && text.contains("PRIVATE KEY-----") { return "a private key" }
  for (prefix, sign, length) in credentialPrefixes where text.hasPrefix(prefix) && text.utf8.count >= length {
    return sign
  }
  return hasPasswordInURL(text) ? "a URL with a password" : nil
}

private let credentialPrefixes: [(String, String, Int)] = [
  ("AKIA", "an AWS access key", 20), ("ASIA", "an AWS access key", 20),
  ("ghp_", "a GitHub token", 30), ("gho_", "a GitHub token", 30), ("ghs_", "a GitHub token", 30),
  ("github_pat_", "a GitHub token", 40), ("glpat-", "a GitLab token", 20),
  ("xoxb-", "a Slack token", 20), ("xoxp-", "a Slack token", 20), ("xapp-", "a Slack token", 20),
  ("sk_live_", "a Stripe key", 20), ("rk_live_", "a Stripe key", 20), ("AIza", "a Google API key", 35),
  ("eyJhbGciOi", "a JSON web token", 40), ("hvs.", "a Vault token", 20),
]

private func hasPasswordInURL(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard let scheme = bytes.indices.first(where: { bytes[$0...].starts(with: "://".utf8) }) else {
    return false
  }
  let authority = bytes[(scheme + 3)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
  guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
    let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
  else { return false }
  return colon + 1 < at && authority[colon + 1] != UInt8(ascii: "$")
}

extension Code {
  package static let secretValue = Code("SPAI1109", "secret-value")
}

extension Diagnostic {
  fileprivate static func secretValue(_ node: Node, _ why: String) -> Self {
    Diagnostic(
      .secretValue,
      .error,
      "the value of a secret in a spec",
      at: node.origin.span.map { Label($0, why) },
      help:
        "Put it into the tenant's secret store, refer to it under 'secrets', and change it: it has been seen."
    )
  }
}
