internal import Kubernetes
internal import Validation
internal import YAMLSyntax

/// Whether a text below a node has the shape of a credential; far cheaper than fields, and mostly the end of it.
///
/// Every value of every object is met here, so none is copied on the way.
func hasCredential(_ node: Node) -> Bool {
  switch node.content {
  case .scalar(let scalar): scalar.type == .string && credentialSign(in: scalar.text) != nil
  case .sequence(let nodes):
    nodes.withUnsafeBufferPointer { nodes in nodes.indices.contains { hasCredential(nodes[$0]) } }
  case .mapping(let mapping):
    mapping.entries.withUnsafeBufferPointer { entries in
      entries.indices.contains { hasCredential(entries[$0].value) }
    }
  }
}

/// The fields whose text has the shape of a credential, and what it looks like.
func credentials(in field: Field) -> [(field: Field, sign: String)] {
  if let text = field.text { return credentialSign(in: text).map { [(field, $0)] } ?? [] }
  return (field.items + field.entries.map(\.value)).flatMap(credentials)
}
