package import Diagnostics
internal import Kubernetes
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
    guard let scalar = entry.value.scalar, scalar.type == .string,
      namesASecret(entry.key) || bareNames.contains(entry.key.uppercased()), isSecretValue(scalar.text)
    else { continue }
    findings.report(.secretValue(entry.value, "the name '\(entry.key)' says so"))
  }
}

/// Names that say secret by themselves only where they are a variable's whole name.
private let bareNames: Set = ["CREDENTIALS", "SECRET"]

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
