internal import Kubernetes
internal import Validation
internal import YAMLSyntax

/// Whether a text below a node has the shape of a credential; far cheaper than fields, and mostly the end of it.
func hasCredential(_ node: Node) -> Bool {
  node.hasText { credentialSign(in: $0) != nil }
}

/// The fields whose text has the shape of a credential, and what it looks like.
func credentials(in field: Field) -> [(field: Field, sign: String)] {
  if let text = field.text { return credentialSign(in: text).map { [(field, $0)] } ?? [] }
  return (field.items + field.entries.map(\.value)).flatMap(credentials)
}
